using System.Globalization;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Vintages.Publishing;

/// <summary>Why a vintage is published although a check failed.</summary>
/// <param name="Year">The year of the finding.</param>
/// <param name="Finding">The finding's name, such as <c>arm_reported_twice/item …</c>; that of an imported count names its source and is long.</param>
/// <param name="Reason">Why.</param>
public sealed record FindingReason(int Year, Note Finding, Note Reason);

/// <summary>Publish a reviewed vintage.</summary>
/// <param name="Id">The vintage.</param>
/// <param name="Reasons">A reason for each finding of the checks.</param>
public sealed record PublishVintage(Guid Id, IReadOnlyList<FindingReason> Reasons)
{
    /// <summary>Decides what is published, and whose place it takes.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="command">The command.</param>
    /// <param name="draft">What the draft says.</param>
    /// <param name="recomputed">The same computed again as known at its moment.</param>
    /// <param name="findings">What the checks of its years find.</param>
    /// <param name="published">The vintages that are published and in force in some year.</param>
    /// <param name="metadata">What the State says of its figures.</param>
    internal static Result<Publication> Decide(
        Vintage vintage, PublishVintage command, FrozenVintage draft, FrozenVintage recomputed, IReadOnlyList<YearFinding> findings,
        IReadOnlyList<Vintage> published, ReferenceMetadata metadata)
    {
        if (vintage.State != VintageState.Reviewed)
            return VintageErrors.InAnotherState(vintage.State, VintageState.Reviewed);
        if (recomputed.Digest != draft.Digest)
            return VintageErrors.NotReproduced;
        Supersession[] superseded = [.. published.OrderBy(earlier => earlier.PublishedAt)
            .Select(earlier => new Supersession(earlier, [.. earlier.YearsInForce.Intersect(vintage.Years)])).Where(each => each.Years.Count > 0)];
        if (superseded.FirstOrDefault(each => each.Earlier.KnownAt > vintage.KnownAt) is { Earlier: var wiser })
            return VintageErrors.KnowsLess(wiser.Label, wiser.KnownAt);
        if (ReasonErrors(command.Reasons, findings) is { Count: > 0 } errors)
            return Refusal.Input(errors);
        AcceptedFinding[] accepted = [.. findings.Select(each => new AcceptedFinding(each.Year, each.Finding, ReasonFor(each)))];
        return accepted.Where(each => each.Reason is null).ToArray() is { Length: > 0 } without
            ? VintageErrors.WithoutReason(without)
            : new Publication(FrozenVintage.Freeze(draft.Content with { Findings = accepted, Metadata = metadata }).GetOrThrow(), superseded);

        string? ReasonFor(YearFinding finding) =>
            command.Reasons.Where(finding.IsMeantBy).Select(reason => reason.Reason.ToString()).FirstOrDefault();
    }

    /// <summary>A reason for what was not found is a reason for something else than what was read: it is refused.</summary>
    private static IReadOnlyList<InputError> ReasonErrors(IReadOnlyList<FindingReason> reasons, IReadOnlyList<YearFinding> findings) =>
    [
        .. reasons.Index().Where(each => !findings.Any(finding => finding.IsMeantBy(each.Item))).Select(each => new InputError(
            string.Create(CultureInfo.InvariantCulture, $"/reasons/{each.Index}/finding"), each.Item.Finding.ToString(), "Must be the name of a finding of that year's checks.")),
        .. reasons.DistinctBy(reason => (reason.Year, reason.Finding)).Count() < reasons.Count
            ? [new InputError("/reasons", null, "A finding has one reason.")]
            : Array.Empty<InputError>(),
    ];
}

/// <summary>A finding and the year whose checks found it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Finding">The finding.</param>
public sealed record YearFinding(int Year, CheckFinding Finding)
{
    internal bool IsMeantBy(FindingReason reason) => reason.Year == Year && reason.Finding.ToString() == Finding.Name;
}

/// <summary>What publishing means.</summary>
/// <param name="Frozen">What is published, with the findings and their reasons.</param>
/// <param name="Superseded">The vintages whose place it takes, and in which years.</param>
internal sealed record Publication(FrozenVintage Frozen, IReadOnlyList<Supersession> Superseded);

/// <summary>A vintage and the years in which another one takes its place: of each year one published figure is in force, and not two.</summary>
/// <param name="Earlier">The vintage.</param>
/// <param name="Years">The years, of those in which it is in force.</param>
internal sealed record Supersession(Vintage Earlier, IReadOnlyList<int> Years)
{
    /// <summary>What happens to the earlier one: where no year is left to it, it is superseded as a whole.</summary>
    public object By(Guid later) => Years.Count == Earlier.YearsInForce.Count ? new VintageSuperseded(later) : new VintageYearsSuperseded(later, Years);
}
