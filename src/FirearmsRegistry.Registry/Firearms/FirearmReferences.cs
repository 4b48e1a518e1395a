using Marten;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>Whether firearms that other records name exist.</summary>
internal static class FirearmReferences
{
    /// <summary>Whether the register has this firearm; firearms are never removed, so a yes stays true.</summary>
    public static async Task<bool> ExistsAsync(IDocumentSession session, Guid id, CancellationToken token) =>
        (await session.Events.FetchStreamStateAsync(id, token))?.AggregateType == typeof(Firearm);
}
