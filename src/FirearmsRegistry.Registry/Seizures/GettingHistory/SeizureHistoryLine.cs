using System.Globalization;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access.Users;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Seizures.GettingHistory;

/// <summary>One line of a history: who did what, when it happened and when it was recorded.</summary>
/// <param name="Version">The version of the record that the line led to.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Text">What happened, for a person.</param>
/// <param name="OccurredOn">When it happened, where it has a date of its own.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">The subject of the person who recorded it.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
/// <param name="Details">The event as recorded.</param>
public sealed record SeizureHistoryLine(
    long Version, string Event, string Text, PartialDate? OccurredOn, DateTimeOffset RecordedAt, string? RecordedBy, string? RecordedByName,
    object Details)
{
    /// <summary>Tells an event of a seizure or of an item.</summary>
    internal static SeizureHistoryLine Of(IEvent happened, RecorderNames names)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var (text, on) = Tell(happened.Data);
        return new(happened.Version, happened.EventTypeName, text, on, happened.Timestamp, happened.UserName,
            names.Of(happened), happened.Data);
    }

    private static (string Text, PartialDate? On) Tell(object happened) => happened switch
    {
        SeizureRecorded it => ($"Seizure recorded: {it.Circumstances.Place}, {it.Circumstances.Authority}, case {it.Circumstances.CaseReference}",
            it.Circumstances.OccurredOn),
        SeizureCorrected it => ($"Circumstances corrected: {it.Reason}", null),
        SeizedItemRecorded it => (Recorded(it.Item), it.Circumstances.IntakeOn),
        SeizedItemCircumstancesChanged it => ($"Circumstances follow the corrected seizure: {it.Reason}", null),
        SeizedItemCorrected it => ($"Entry corrected: {it.Reason}", null),
        SeizedItemLegalBasisChanged it => ($"Legal basis now {Codes.Of(it.LegalBasis)}, {Codes.Of(it.LegalJustification)}: {it.Reason}", it.ChangedOn),
        SeizedItemMarksRestored it => ($"Marks restored by {Codes.Of(it.Method)} as {it.RestoredText}, report {it.Report}", it.RestoredOn),
        SeizedItemIdentified it => ($"Identified as firearm {it.FirearmId} by {Codes.Of(it.How)}: {it.Grounds}", null),
        SeizedItemLinkedAsDuplicate it => ($"Linked as a duplicate of item {it.OfItemId}: {it.Reason}", null),
        SeizedItemUnlinkedAsDuplicate it => ($"No longer a duplicate of item {it.OfItemId}: {it.Reason}", null),
        SeizedItemOriginEstablished it => ($"Point of diversion established by {it.Authority}: {it.Source}", it.EstablishedOn),
        SeizedItemOutcomeDecided it => ($"Outcome line {it.Line.Code()} by row {it.Row.ToString(CultureInfo.InvariantCulture)}: {it.Reason}", null),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no line in a history."),
    };

    private static string Recorded(SeizedItemEntry item) => string.Create(CultureInfo.InvariantCulture,
        $"Item recorded: {Codes.Of(item.Intake)} {Codes.Of(item.Kind)}, quantity {item.Quantity}");
}
