using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>The days on which an authorisation to possess was valid, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null where it has no end.</param>
public sealed record AuthorisationPeriod(DateOnly From, DateOnly? To)
{
    /// <summary>Whether it was valid on all the days that the date may mean.</summary>
    public bool Covers(PartialDate date) => From <= date.Earliest && (To is not { } to || date.Latest <= to);

    /// <summary>Whether it was valid on any of them.</summary>
    public bool Touches(PartialDate date) => From <= date.Latest && (To is not { } to || date.Earliest <= to);
}

/// <summary>What the register knows of the last lawful holder.</summary>
/// <param name="Category">In which role it has arms (<c>private</c>, <c>dealer</c>, <c>manufacturer</c>, <c>state_agency</c>); null where unknown.</param>
/// <param name="Authorisations">When it was authorised to possess firearms.</param>
public sealed record HolderStanding(string? Category, IReadOnlyList<AuthorisationPeriod> Authorisations)
{
    /// <summary>Nobody is known to have had it.</summary>
    public static HolderStanding Unknown { get; } = new(null, []);

    /// <summary>Whether the holder stands in trade: a dealer or a maker.</summary>
    public bool IsTrade => Category is "dealer" or "manufacturer";

    /// <summary>Whether the holder is an agency of the State.</summary>
    public bool IsState => Category is "state_agency";

    /// <summary>Whether the holder was authorised on a date: unknown where the date may mean days with and days without.</summary>
    public Truth AuthorisedOn(PartialDate date) =>
        Category is null ? Truth.Unknown
        : Authorisations.Any(period => period.Covers(date)) ? Truth.Yes
        : Authorisations.Any(period => period.Touches(date)) ? Truth.Unknown
        : Truth.No;
}
