using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What a search of the register came to, before any other State has answered.</summary>
internal static class TraceOutcomes
{
    /// <summary>The first year whose records are expected to exist (MOSAIC 05.31).</summary>
    private const int FirstRecordedYear = 1946;

    public static TraceOutcome OfSearch(SeizedItem item, ArmIdentification identified, Chain? chain, HolderStanding holder)
    {
        if (identified.IsLead)
            return TraceOutcome.InsufficientDescription;
        return chain?.LastLegalRecord is { } last ? OfRecord(last, holder) : OfNoRecord(item, identified);
    }

    /// <summary>The same for an arm that another State asks about, of which less is known.</summary>
    public static TraceOutcome OfSearch(AskedArm arm, ArmIdentification identified, Chain? chain, HolderStanding holder)
    {
        if (identified.IsLead)
            return TraceOutcome.InsufficientDescription;
        return chain?.LastLegalRecord is { } last ? OfRecord(last, holder) : OfNoRecord(arm.YearOfManufacture, identified);
    }

    private static TraceOutcome OfRecord(LastLegalRecord last, HolderStanding holder) =>
        last.IsExport ? TraceOutcome.TracedToForeignCountry
        : last.InStateStock || holder.IsState ? TraceOutcome.TracedToStateStock
        : holder.IsTrade ? TraceOutcome.TracedToDealer
        : TraceOutcome.TracedToHolder;

    private static TraceOutcome OfNoRecord(SeizedItem item, ArmIdentification identified) => item.Item.Arm switch
    {
        { Marking: MarkingState.Erased or MarkingState.Altered } when !item.MarksRestored => TraceOutcome.ObliteratedUnrecovered,
        { Condition: ArmCondition.Converted or ArmCondition.Reactivated } => TraceOutcome.ConvertedOrReactivated,
        { Marking: MarkingState.NeverMarked } or { Condition: ArmCondition.Assembled or ArmCondition.OtherwiseIllicitlyManufactured } =>
            TraceOutcome.PrivatelyMade,
        _ => OfNoRecord(item.Item.YearOfManufacture, identified),
    };

    private static TraceOutcome OfNoRecord(Known<int> made, ArmIdentification identified) =>
        identified.Basis == IdentificationBasis.NothingToSearchBy ? TraceOutcome.InsufficientDescription
        : identified.NumberIsFalse ? TraceOutcome.InvalidSerial
        : made.TryGet(out var year) && year < FirstRecordedYear ? TraceOutcome.TooOld
        : TraceOutcome.NotFoundInRegistry;
}
