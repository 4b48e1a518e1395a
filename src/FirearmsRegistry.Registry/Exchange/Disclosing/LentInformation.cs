namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>The information of other States that a disclosure may hold, with what its providers agreed to and were told.</summary>
/// <param name="Data">The information.</param>
/// <param name="Consents">The consents.</param>
/// <param name="Informed">What providers were told.</param>
public sealed record LentInformation(
    IReadOnlyList<ReceivedDatum> Data, IReadOnlyList<DisclosureConsentRecorded> Consents, IReadOnlyList<ProviderInformed> Informed)
{
    /// <summary>Nothing was lent.</summary>
    public static LentInformation None { get; } = new([], [], []);

    /// <summary>Where the information came with.</summary>
    public IReadOnlyList<Guid> Sources => [.. Data.Select(datum => datum.SourceId)];

    /// <summary>Only what came with some sources; all where they are not told.</summary>
    public LentInformation Only(IReadOnlyList<Guid>? sources) =>
        sources is null ? this : this with { Data = [.. Data.Where(datum => sources.Contains(datum.SourceId))] };
}
