using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>A loss of the same arm that had ended before the one in question.</summary>
/// <param name="EventId">The report.</param>
/// <param name="Kind">Lost, stolen or passed on unlawfully.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="Report">The report's reference.</param>
/// <param name="EndedBy">The recovery, or the lawful record that followed without one.</param>
/// <param name="Recovered">Whether a recovery is on record.</param>
/// <param name="EndedOn">When it ended.</param>
public sealed record EarlierLoss(
    Guid EventId, HopKind Kind, Known<PartialDate> OccurredOn, ShortText? Report, Guid EndedBy, bool Recovered, Known<PartialDate> EndedOn)
{
    /// <summary>Finds them in the order of their recording; a report that was open at the intake is no earlier loss.</summary>
    /// <param name="hops">The chain's stations.</param>
    public static IReadOnlyList<EarlierLoss> Of(IReadOnlyList<ChainHop> hops)
    {
        ArgumentNullException.ThrowIfNull(hops);
        var before = hops.Where(hop => !hop.AfterIntake).ToArray();
        var losses = new List<EarlierLoss>();
        for (var index = 0; index < before.Length; index++)
        {
            var report = before[index];
            if (ChainBuilder.IsReport(report.Kind)
                && Array.Find(before[(index + 1)..], hop => hop.Kind == HopKind.Recovered || ChainBuilder.IsLegalRecord(hop.Kind)) is { } end)
            {
                losses.Add(new EarlierLoss(report.EventId, report.Kind, report.OccurredOn, report.LegalBasis, end.EventId,
                    end.Kind == HopKind.Recovered, end.OccurredOn));
            }
        }

        return losses;
    }
}
