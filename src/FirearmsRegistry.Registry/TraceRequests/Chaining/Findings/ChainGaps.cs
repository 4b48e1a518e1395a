using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>Names the gaps of a chain up to the intake.</summary>
public static class ChainGaps
{
    /// <summary>Finds them, in the order of the stations that they follow.</summary>
    /// <param name="hops">The chain's stations in the order of their recording.</param>
    /// <param name="intakeOn">When the arm came in; stations after it say nothing of its way there.</param>
    public static IReadOnlyList<ChainGap> Of(IReadOnlyList<ChainHop> hops, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(hops);
        var before = hops.Where(hop => !hop.AfterIntake).ToArray();
        var gaps = new List<ChainGap>();
        for (var index = 0; index < before.Length; index++)
        {
            foreach (var kind in Between(before, index))
                gaps.Add(Gap(kind, before[index - 1], before[index], intakeOn));
            foreach (var (kind, next) in After(before, index))
                gaps.Add(Gap(kind, before[index], next, intakeOn));
        }

        return before is [{ Kind: HopKind.LegacyRecord or HopKind.RegisteredAsRecovered } first, ..]
            ? [new ChainGap(ChainGapKind.OriginUnknown, null, first.EventId, Known<PartialDate>.None, first.OccurredOn), .. gaps]
            : gaps;
    }

    /// <summary>What is missing between a station and the one recorded before it.</summary>
    private static IEnumerable<ChainGapKind> Between(ChainHop[] hops, int index)
    {
        if (index == 0)
            yield break;
        var (earlier, hop) = (hops[index - 1], hops[index]);
        if (hop.OccurredOn.TryGet(out var on) && earlier.OccurredOn.TryGet(out var earlierOn) && on.CertainlyBefore(earlierOn))
            yield return ChainGapKind.DatesOutOfOrder;
        // What happened abroad between export and return is told as such, whoever the papers name.
        if (IsTransfer(hop.Kind) && !(hop.Kind == HopKind.Import && IsAbroad(hops, index)) && earlier.To.TryGet(out var holder))
        {
            if (hop.From.Is == Knowledge.Unknown)
                yield return ChainGapKind.GiverUnknown;
            else if (!hop.From.TryGet(out var giver) || giver != holder)
                yield return ChainGapKind.ChangeWithoutRecord;
        }

        if (hop.Kind == HopKind.Import && !IsAbroad(hops, index))
            yield return ChainGapKind.ImportWithoutExport;
        if (ChainBuilder.IsLegalRecord(hop.Kind) && ChainBuilder.OpenReport(hops[..index]) is not null)
            yield return ChainGapKind.RecoveryNotRecorded;
        if (hop.Kind != HopKind.DisposalAuthorised && Array.Exists(hops[..index], IsDisposal))
            yield return ChainGapKind.RecordAfterDisposal;
    }

    /// <summary>What is missing from a station on, and the station with which it ends (null: the intake).</summary>
    private static IEnumerable<(ChainGapKind Kind, ChainHop? Next)> After(ChainHop[] hops, int index)
    {
        var hop = hops[index];
        var next = index + 1 < hops.Length ? hops[index + 1] : null;
        if (hop.OccurredOn.Is != Knowledge.Known)
            yield return (ChainGapKind.DateUnknown, next);
        if (hop.To.Is == Knowledge.Unknown && hop.Kind != HopKind.Export && BeginsHolding(hop.Kind))
            yield return (ChainGapKind.HolderUnknown, Array.Find(hops[(index + 1)..], later => BeginsHolding(later.Kind)));
        var following = hops[(index + 1)..];
        if (hop.Kind == HopKind.Loan)
        {
            var end = Array.Find(following, later => later.Kind is HopKind.Return || BeginsHolding(later.Kind));
            if (end?.Kind != HopKind.Return)
                yield return (ChainGapKind.LoanNotReturned, end);
        }

        if (hop.Kind == HopKind.Export)
        {
            var end = Array.Find(following, later => BeginsHolding(later.Kind));
            yield return (end?.Kind == HopKind.Import ? ChainGapKind.HeldAbroad : ChainGapKind.ExportWithoutImport, end);
        }
    }

    /// <summary>Whether the last border that it crossed before a station was crossed outwards.</summary>
    private static bool IsAbroad(ChainHop[] hops, int index) =>
        Array.FindLast(hops[..index], hop => BeginsHolding(hop.Kind)) is { Kind: HopKind.Export };

    private static bool IsDisposal(ChainHop hop) => hop.Kind is HopKind.Destroyed or HopKind.Deactivated;

    private static bool BeginsHolding(HopKind kind) =>
        kind == HopKind.RegisteredAsRecovered || ChainBuilder.IsLegalRecord(kind);

    internal static bool IsTransfer(HopKind kind) => kind is HopKind.Sale or HopKind.Gift or HopKind.Inheritance or HopKind.Import
        or HopKind.Export or HopKind.StateToCivilian or HopKind.Loan or HopKind.Return;

    private static ChainGap Gap(ChainGapKind kind, ChainHop after, ChainHop? before, PartialDate intakeOn) => new(
        kind, after.EventId, before?.EventId, after.OccurredOn, before?.OccurredOn ?? Known.Of(intakeOn));
}
