using System.Collections.ObjectModel;
using FirearmsRegistry.Registry.Parties.TellingNames;

namespace FirearmsRegistry.Web.Parties.Naming;

/// <summary>The names of the parties that a page mentions, as far as they were told.</summary>
/// <param name="MayRead">Whether the person may read parties at all.</param>
/// <param name="Names">Those that were told for the case.</param>
public sealed record NamedParties(bool MayRead, IReadOnlyDictionary<Guid, PartyName> Names)
{
    internal static NamedParties None { get; } = new(false, ReadOnlyDictionary<Guid, PartyName>.Empty);
}
