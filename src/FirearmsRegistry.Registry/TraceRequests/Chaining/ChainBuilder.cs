using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary>An event of a firearm with what identifies its record.</summary>
/// <param name="EventId">The record.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Data">What happened.</param>
public sealed record RegisterEntry(Guid EventId, DateTimeOffset RecordedAt, object Data);

/// <summary>Builds the chain of an arm from its events in the register.</summary>
public static class ChainBuilder
{
    /// <summary>Builds the chain as it stood when the arm came in.</summary>
    /// <param name="entries">The firearm's events in the order of their recording.</param>
    /// <param name="intakeOn">When the arm was seized, found or surrendered.</param>
    public static Chain Build(IReadOnlyList<RegisterEntry> entries, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var hops = HopReader.Read(entries, intakeOn);
        var before = hops.Where(hop => !hop.AfterIntake).ToArray();
        var last = LastLegal(before);
        return new Chain(hops, last, Diversion(before, last));
    }

    private static LastLegalRecord? LastLegal(ChainHop[] hops)
    {
        var index = Array.FindLastIndex(hops, hop => IsLegalRecord(hop.Kind));
        if (index < 0)
            return null;
        var hop = hops[index];
        return new LastLegalRecord(hop.EventId, hop.Kind, hop.OccurredOn, hop.LegalBasis, hop.To, InStateStock(hops[..(index + 1)]),
            hop.Kind == HopKind.Export ? hop.OtherCountry : null);
    }

    private static bool InStateStock(IEnumerable<ChainHop> hops) => hops.Aggregate(false, (inStock, hop) => hop.Kind switch
    {
        HopKind.StateStock or HopKind.RetainedByState => true,
        // A loan, a loss or an authorisation leaves it the State's.
        HopKind.Loan or HopKind.Return or HopKind.Returned or HopKind.DisposalAuthorised => inStock,
        _ => inStock && !IsLegalRecord(hop.Kind),
    });

    private static PointOfDiversion Diversion(ChainHop[] hops, LastLegalRecord? last)
    {
        if (last is null)
            return new PointOfDiversion(DiversionKind.NoLegalRecord, null, Known<PartialDate>.Unknown);
        if (OpenReport(hops) is { } report)
        {
            return new PointOfDiversion(report.Kind switch
            {
                HopKind.Stolen => DiversionKind.Theft,
                HopKind.UnlawfullyTransferred => DiversionKind.UnlawfulTransfer,
                _ => DiversionKind.Loss,
            }, report.EventId, report.OccurredOn);
        }

        var kind = last.Kind switch
        {
            HopKind.Export => DiversionKind.Abroad,
            HopKind.Destroyed or HopKind.Deactivated => DiversionKind.AfterDisposal,
            _ => DiversionKind.AfterLastLegalRecord,
        };
        return new PointOfDiversion(kind, last.EventId, Known<PartialDate>.Unknown);
    }

    /// <summary>The report that was open when the arm came in: a later recovery, or a later lawful record, ends a report.</summary>
    internal static ChainHop? OpenReport(IEnumerable<ChainHop> hops) => hops.Where(hop => !hop.AfterIntake).Aggregate((ChainHop?)null, (open, hop) =>
        IsReport(hop.Kind) ? hop : hop.Kind == HopKind.Recovered || IsLegalRecord(hop.Kind) ? null : open);

    internal static bool IsReport(HopKind kind) => kind is HopKind.Lost or HopKind.Stolen or HopKind.UnlawfullyTransferred;

    internal static bool IsLegalRecord(HopKind kind) =>
        !IsReport(kind) && kind is not (HopKind.Recovered or HopKind.RegisteredAsRecovered or HopKind.DisposalAuthorised);
}
