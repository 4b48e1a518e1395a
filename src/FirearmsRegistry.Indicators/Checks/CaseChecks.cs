using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Checks;

/// <summary>What the checks need of an item. There is nobody in it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Intake">How it came in.</param>
/// <param name="Authority">The agency that reported it.</param>
/// <param name="Arm">The registered arm that it is, if it was found in the register.</param>
/// <param name="Likenesses">
/// Keys under which like arms stand together: a national number, or maker, country, model and serial; empty where the marks do not tell.
/// </param>
/// <param name="IsDuplicate">Whether it is already known as a second report of another.</param>
/// <param name="DistinctFrom">The items that a person confirmed it to count beside.</param>
/// <param name="Year">The year in which it counts.</param>
public sealed record CheckedItem(
    Guid Item, Intake Intake, string Authority, Guid? Arm, IReadOnlyList<string> Likenesses, bool IsDuplicate, IReadOnlySet<Guid> DistinctFrom,
    int Year);

/// <summary>An item's legal basis then and now.</summary>
/// <param name="Item">The item.</param>
/// <param name="Counted">The basis with which it was counted.</param>
/// <param name="Now">The basis on record now.</param>
public sealed record LegalBasisNow(Guid Item, LegalBasis Counted, LegalBasis Now);

/// <summary>A trace that is pending.</summary>
/// <param name="Item">The item that is traced.</param>
/// <param name="Class">The class of the request, whose clock it is measured by.</param>
/// <param name="Since">When it was made.</param>
/// <param name="DueAt">When the clock of its class, by the calendar of the State asked, ran or runs out; null where it has none.</param>
public sealed record PendingTrace(Guid Item, string Class, DateTimeOffset Since, DateTimeOffset? DueAt);

/// <summary>The checks that need the cases behind the counts.</summary>
public static class CaseChecks
{
    /// <summary>
    /// Arms reported more than once: the same registered arm, national number or likeness, neither known as duplicates nor confirmed as
    /// distinct.
    /// </summary>
    public static IReadOnlyList<CheckFinding> OfDuplicates(IReadOnlyList<CheckedItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. SameArmGroups.Of(items).Select(same => new CheckFinding(CheckKind.ArmReportedTwice, $"item {same[0].Item}", Explanation(same),
            "Mark all but the first as duplicates of it; where they are different arms, or one came in again after it had been given back, keep both and say so.",
            [.. same.Select(item => item.Item)]))];
    }

    /// <summary>Items whose legal basis has changed since they were counted; the indicator counts seizures for criminal offences only.</summary>
    public static IReadOnlyList<CheckFinding> OfLegalBases(IReadOnlyList<LegalBasisNow> bases)
    {
        ArgumentNullException.ThrowIfNull(bases);
        return [.. bases
            .Where(each => each.Now != each.Counted)
            .GroupBy(each => (each.Counted, each.Now))
            .OrderBy(changed => changed.Key)
            .Select(changed => new CheckFinding(
                CheckKind.LegalBasisChanged,
                $"{Codes.Of(changed.Key.Counted)} to {Codes.Of(changed.Key.Now)}",
                Text($"{changed.Count()} items were counted as {Codes.Of(changed.Key.Counted)} and are {Codes.Of(changed.Key.Now)} now (SDG 16.4.2 metadata, 4.c)."),
                "Compute the year again; where it is published, publish a revision.",
                [.. changed.Select(each => each.Item).Order()]))];
    }

    /// <summary>Traces that have been pending for longer than their class may take.</summary>
    /// <param name="pending">The pending traces; one without a clock is never late.</param>
    /// <param name="now">The moment of the check.</param>
    public static IReadOnlyList<CheckFinding> OfPendingTraces(IReadOnlyList<PendingTrace> pending, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return [.. pending
            .Where(trace => trace.DueAt < now)
            .GroupBy(trace => trace.Class, StringComparer.Ordinal)
            .OrderBy(late => late.Key, StringComparer.Ordinal)
            .Select(late => new CheckFinding(
                CheckKind.PendingPastItsClock, late.Key,
                Text($"{late.Count()} traces of class {late.Key} are pending past their clock; the oldest since {late.Min(trace => trace.Since):yyyy-MM-dd}, the latest due {late.Max(trace => trace.DueAt):yyyy-MM-dd}."),
                "Remind the State asked, or close the request as not answered; line 1.5 is for traces that still run.",
                [.. late.Select(trace => trace.Item).Distinct().Order()]))];
    }

    private static string Explanation(IReadOnlyList<CheckedItem> same) => Text(
        $"One arm is reported {same.Count} times, by {List(same.Select(item => item.Authority))}, as {List(same.Select(item => Codes.Of(item.Intake)))}{Years(same)}.");

    private static string Years(IReadOnlyList<CheckedItem> same) => same.Select(item => item.Year).Distinct().Order().ToArray() is { Length: > 1 } years
        ? $", in {string.Join(" and ", years)}" : "";

    private static string List(IEnumerable<string> words) => string.Join(" and ", words.Distinct().Order(StringComparer.Ordinal));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
