namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>One key of the data-protection key ring, as the framework writes it.</summary>
internal sealed class DataProtectionKeyRow
{
    public int Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
