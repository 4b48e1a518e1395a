using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>
/// Days from a lawful record to the intake. The day of intake is not the day of a crime, and the value is never imputed: where it is not
/// defined, it is said why.
/// </summary>
/// <param name="Base">From which record it counts.</param>
/// <param name="Days">The days; null where it is not defined.</param>
/// <param name="Undefined">Why it is not defined.</param>
/// <param name="EventId">The record from which it counts, where there is one.</param>
/// <param name="From">That record's date.</param>
/// <param name="To">The intake.</param>
public sealed record TimeToCrime(
    TimeToCrimeBase Base, int? Days, TimeToCrimeUndefined? Undefined, Guid? EventId, Known<PartialDate> From, PartialDate To)
{
    /// <summary>
    /// By both bases, the last legal transfer first: it tells how fresh the diversion is, the first sale how long the arm had been with
    /// private people. A gap before the first sale may hide an earlier sale; a gap before the last transfer takes nothing from it.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <param name="gaps">Its gaps.</param>
    /// <param name="intakeOn">When the arm came in.</param>
    public static IReadOnlyList<TimeToCrime> Of(Chain chain, IReadOnlyList<ChainGap> gaps, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(gaps);
        var hops = chain.Hops.Where(hop => !hop.AfterIntake).ToList();
        var breaking = gaps.Where(gap => Breaks(gap.Kind)).ToList();
        return
        [
            OfLastTransfer(chain, hops, breaking, intakeOn),
            OfFirstSale(chain, hops, breaking, intakeOn),
        ];
    }

    private static TimeToCrime OfLastTransfer(Chain chain, List<ChainHop> hops, List<ChainGap> gaps, PartialDate intakeOn)
    {
        const TimeToCrimeBase By = TimeToCrimeBase.LastLegalTransfer;
        if (chain.LastLegalRecord is not { } last)
            return Not(By, TimeToCrimeUndefined.NoLegalRecord, intakeOn);
        var index = hops.FindIndex(hop => hop.EventId == last.EventId);
        var undefined = last.Kind switch
        {
            HopKind.Export => TimeToCrimeUndefined.ChainContinuesAbroad,
            HopKind.Destroyed or HopKind.Deactivated => TimeToCrimeUndefined.DisposedOf,
            HopKind.Returned or HopKind.RetainedByState => null,
            var kind when ChainGaps.IsTransfer(kind) => (TimeToCrimeUndefined?)null,
            _ => TimeToCrimeUndefined.NoTransferOnRecord,
        };
        if (undefined is null && gaps.Exists(gap => hops.FindIndex(hop => hop.EventId == gap.AfterEventId) >= index))
            undefined = TimeToCrimeUndefined.ChainIncomplete;
        return undefined is { } why ? Not(By, why, intakeOn, hops[index]) : Counted(By, hops[index], intakeOn);
    }

    private static TimeToCrime OfFirstSale(Chain chain, List<ChainHop> hops, List<ChainGap> gaps, PartialDate intakeOn)
    {
        const TimeToCrimeBase By = TimeToCrimeBase.FirstSale;
        if (chain.LastLegalRecord is null)
            return Not(By, TimeToCrimeUndefined.NoLegalRecord, intakeOn);
        if (hops.Find(hop => hop.Kind is HopKind.Sale or HopKind.StateToCivilian) is not { } sale)
            return Not(By, TimeToCrimeUndefined.NoSaleOnRecord, intakeOn);
        return gaps.Count > 0 ? Not(By, TimeToCrimeUndefined.ChainIncomplete, intakeOn, sale) : Counted(By, sale, intakeOn);
    }

    private static TimeToCrime Counted(TimeToCrimeBase by, ChainHop hop, PartialDate intakeOn)
    {
        if (!hop.OccurredOn.TryGet(out var on))
            return Not(by, TimeToCrimeUndefined.DateUnknown, intakeOn, hop);
        if (!on.IsDay || !intakeOn.IsDay)
            return Not(by, TimeToCrimeUndefined.DateNotADay, intakeOn, hop);
        return on.CertainlyAfter(intakeOn)
            ? Not(by, TimeToCrimeUndefined.DatesContradict, intakeOn, hop)
            : new TimeToCrime(by, intakeOn.Earliest.DayNumber - on.Earliest.DayNumber, null, hop.EventId, hop.OccurredOn, intakeOn);
    }

    private static TimeToCrime Not(TimeToCrimeBase by, TimeToCrimeUndefined why, PartialDate intakeOn, ChainHop? hop = null) =>
        new(by, null, why, hop?.EventId, hop?.OccurredOn ?? Known<PartialDate>.None, intakeOn);

    /// <summary>A date that is not known makes no holder unknown, and what happened abroad is told by another State.</summary>
    private static bool Breaks(ChainGapKind kind) => kind is not (ChainGapKind.DateUnknown or ChainGapKind.HeldAbroad);
}

/// <summary>From which record time-to-crime counts.</summary>
public enum TimeToCrimeBase
{
    /// <summary>The last lawful handing-over on record.</summary>
    LastLegalTransfer,

    /// <summary>The first sale to a buyer on record.</summary>
    FirstSale,
}

/// <summary>Why time-to-crime is not defined.</summary>
public enum TimeToCrimeUndefined
{
    /// <summary>There is no record of a lawful holder.</summary>
    NoLegalRecord,

    /// <summary>The last lawful record is no handing-over.</summary>
    NoTransferOnRecord,

    /// <summary>No sale is on record.</summary>
    NoSaleOnRecord,

    /// <summary>The chain has a gap there.</summary>
    ChainIncomplete,

    /// <summary>The chain goes on in another State.</summary>
    ChainContinuesAbroad,

    /// <summary>According to the record the arm was destroyed or deactivated.</summary>
    DisposedOf,

    /// <summary>The date of the record is not known.</summary>
    DateUnknown,

    /// <summary>One of the two dates is known to the month or year only.</summary>
    DateNotADay,

    /// <summary>The record is dated after the intake.</summary>
    DatesContradict,
}
