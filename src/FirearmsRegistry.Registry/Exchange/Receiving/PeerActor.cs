using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>Another State's registry as the one that acts: the human is the officer whom its document names.</summary>
internal static class PeerActor
{
    private const string Prefix = "exchange:";

    /// <summary>The registry of a State.</summary>
    /// <param name="country">The State.</param>
    /// <param name="keyName">The key that signed.</param>
    public static Actor Of(CountryCode country, string? keyName) =>
        new($"{Prefix}{country}", "exchange", keyName, new HashSet<Role> { Role.PeerRegistry }, IsHuman: false);

    /// <summary>Whether a subject is another State's registry.</summary>
    public static bool Is(string? subject) => subject?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
