using FirearmsRegistry.Registry.Catalogues.Seeds;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;

namespace FirearmsRegistry.Registry.Catalogues.GettingDetails;

/// <summary>Where an entry as it stands comes from.</summary>
public enum CatalogueOrigin
{
    /// <summary>It is a seed that nobody touched.</summary>
    Seed,

    /// <summary>It is a seed that this register corrected or withdrew.</summary>
    CorrectedSeed,

    /// <summary>This register added it.</summary>
    Own,
}

/// <summary>An entry as it stands.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Withdrawn">Whether it was withdrawn: look-ups pass over it.</param>
/// <param name="Seed">
/// The seed as this version of the system has it, where the register's own word stands over one: a later seed may be right again.
/// </param>
/// <param name="Version">The version: the ETag of the resource, 0 for a seed that nobody touched.</param>
public sealed record CatalogueEntryDetails(
    CatalogueKind Kind, CatalogueEntry Entry, CatalogueOrigin Origin, bool Withdrawn, CatalogueEntry? Seed, long Version)
{
    internal static CatalogueEntryDetails Of(CatalogueRecord record)
    {
        var seed = CatalogueSeeds.Load().Find(record.Kind, record.Entry.Code);
        return new CatalogueEntryDetails(record.Kind, record.Entry, seed is null ? CatalogueOrigin.Own : CatalogueOrigin.CorrectedSeed,
            record.Withdrawn, seed, record.Version);
    }

    internal static CatalogueEntryDetails OfSeed(CatalogueKind kind, CatalogueEntry entry) =>
        new(kind, entry, CatalogueOrigin.Seed, false, null, 0);
}

/// <summary>Finds entries, and answers writes with the entry as it stands.</summary>
internal sealed class CatalogueEntryAnswer(IQuerySession session) : IResourceAnswer<CatalogueEntryDetails>
{
    /// <inheritdoc/>
    public async Task<CatalogueEntryDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<CatalogueRecord>(id, token) is { } record ? CatalogueEntryDetails.Of(record) : null;

    /// <summary>The entry, or null where neither the seeds nor the register have it.</summary>
    public async Task<CatalogueEntryDetails?> FindAsync(GivenEntry asked, CancellationToken token) =>
        await ReadAsync(asked.Id, asked.Location, token)
        ?? (CatalogueSeeds.Load().Find(asked.Kind, asked.Code) is { } seed ? CatalogueEntryDetails.OfSeed(asked.Kind, seed) : null);
}
