using System.Globalization;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.GettingHistory;

/// <summary>
/// The words of a history line, made from the facts of an event whenever it is read. They are never stored, so wording and language can
/// change without touching the record.
/// </summary>
/// <param name="Sentence">What happened.</param>
/// <param name="HappenedOn">When.</param>
/// <param name="About">The part of the firearm that it is about.</param>
/// <param name="Parties">Whom it names.</param>
internal sealed record HistoryText(string Sentence, Known<PartialDate> HappenedOn, Guid? About, params IReadOnlyList<Known<Guid>> Parties)
{
    /// <summary>The words for an event of a firearm, in a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Somebody added an event and no words for it.</exception>
    public static HistoryText Of(object happened, HistoryWords words) => happened switch
    {
        FirearmRegistered it => new(
            words.Say("registered", ("origin", words.Code(it.Origin)), ("description", Description(it.Description, words)), ("holder", words.Party(it.Holder)))
                + words.After("distinct", "reason", it.ConfirmedDistinct?.ToString()),
            Known.Of(it.OccurredOn), null, it.Holder),
        MarkApplied it => new(
            words.Say("mark_applied", [.. Mark(it.Mark, words), ("method", words.Code(it.Mark.Method)), ("findings", Findings(it.Findings, words))]),
            Known.Of(it.AppliedOn), it.MarkId),
        MarkRecorded it => new(
            words.Say("mark_recorded", [.. Mark(it.Mark, words), ("findings", Findings(it.Findings, words))]), Known.Of(it.SeenOn), it.MarkId),
        MarkVerified it => new(words.Say("mark_verified", ("text", words.Value(it.ReadText))), Known.Of(it.VerifiedOn), it.MarkId),
        MarkFoundTampered it => new(
            words.Say("mark_tampered", ("condition", words.Code(it.Condition)), ("explanation", words.Value(it.Explanation))), Known.Of(it.FoundOn), it.MarkId),
        MarkRestored it => new(
            words.Say("mark_restored", ("text", words.Value(it.RestoredText)), ("method", words.Code(it.Method)),
                ("effect", words.Say(it.Destructive ? "destructive" : "not_destructive")), ("report", words.Value(it.Report))),
            Known.Of(it.RestoredOn), it.MarkId),
        MarkVoided it => new(words.Say("mark_voided", ("reason", words.Value(it.Reason))), Known.Of(it.VoidedOn), it.MarkId),
        FirearmTransferred it => new(
            words.Say("transferred", ("kind", words.Code(it.Kind)), ("from", words.Party(it.From)), ("to", words.Party(it.To)),
                ("country", OtherCountry(it.OtherCountry, words)), ("basis", words.Value(it.LegalBasis))),
            Known.Of(it.OccurredOn), it.TransferId, it.From, it.To),
        FirearmReportedLost it => new(
            words.Say("reported_lost", ("kind", words.Code(it.Kind)), ("date", words.Date(it.ReportedOn)), ("report", words.Value(it.Report))),
            it.OccurredOn, it.LossId),
        FirearmRecovered it => new(words.Say("recovered", ("circumstances", words.Value(it.Circumstances))), Known.Of(it.RecoveredOn), it.LossId),
        DisposalAuthorised it => new(
            words.Say("disposal_authorised", ("method", words.Code(it.Method)), ("authorisation", words.Value(it.Authorisation))),
            Known.Of(it.AuthorisedOn), it.DisposalId),
        DisposalCarriedOut it => new(
            words.Say("disposal_carried_out", ("method", words.Code(it.Method)), ("technique", words.Value(it.Technique)), ("witness", words.Value(it.Witness)),
                ("certificate", words.After("certificate", "certificate", it.Certificate?.ToString())), ("holder", words.Party(it.Holder))),
            Known.Of(it.CarriedOutOn), it.DisposalId, it.Holder),
        FirearmCorrected it => new(
            Corrected(Description(it.Before, words), Description(it.After, words), it.Reason, words), Known<PartialDate>.None, null),
        RegistrationCorrected it => new(
            Corrected(Registration(it.Before, words), Registration(it.After, words), it.Reason, words),
            Known<PartialDate>.None, null, it.Before.Holder, it.After.Holder),
        TransferCorrected it => new(
            Corrected(Transfer(it.Before, words), Transfer(it.After, words), it.Reason, words),
            Known<PartialDate>.None, it.TransferId, it.Before.To, it.After.To),
        NationalNumberNeeded it => new(
            words.Say("number_needed", ("count", words.Number(it.LookAlikes.Count)), ("reason", words.Value(it.Reason))), Known<PartialDate>.None, null),
        FirearmQuarantined it => new(words.Say("quarantined", ("reason", words.Value(it.Reason))), Known<PartialDate>.None, it.QuarantineId),
        FirearmQuarantineEnded it => new(
            words.Say("quarantine_ended", ("findings", words.Value(it.Findings))), Known<PartialDate>.None, it.QuarantineId),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "This event has no words."),
    };

    private static (string Place, string Text)[] Mark(PhysicalMark mark, HistoryWords words) =>
    [
        ("kind", words.Code(mark.Kind)), ("text", words.Value(mark.Text)), ("component", words.Code(mark.Component)), ("location", words.Value(mark.Location)),
    ];

    private static string Findings(IReadOnlyList<MarkFindingNote> findings, HistoryWords words) =>
        words.After("findings", "findings", findings.Count == 0 ? null : string.Join(' ', findings.Select(finding => finding.Rule)));

    private static string Corrected(string before, string after, Note reason, HistoryWords words) =>
        words.Say("corrected", ("before", before), ("after", after), ("reason", words.Value(reason)));

    private static string Description(FirearmDescription it, HistoryWords words) => words.Say("description",
        ("type", words.Code(it.Type)), ("maker", words.Known(it.Maker)), ("model", words.Known(it.Model)), ("calibre", words.Known(it.Calibre)),
        ("country", words.Known(it.ManufactureCountry, words.Country)),
        ("year", words.Known(it.YearOfManufacture, year => year.ToString(CultureInfo.InvariantCulture))),
        ("condition", words.Code(it.Condition)), ("antique", it.Antique ? words.Say("antique") : ""));

    private static string OtherCountry(CountryCode? country, HistoryWords words) =>
        words.After("country", "country", country is { } other ? words.Country(other) : null);

    private static string Registration(RegistrationEntry it, HistoryWords words) => words.Say("registration",
        ("origin", words.Code(it.Origin)), ("date", words.Date(it.OccurredOn)), ("holder", words.Party(it.Holder)));

    private static string Transfer(TransferEntry it, HistoryWords words) => words.Say("transfer",
        ("kind", words.Code(it.Kind)), ("date", words.Date(it.OccurredOn)), ("to", words.Party(it.To)), ("basis", words.Value(it.LegalBasis)),
        ("country", OtherCountry(it.OtherCountry, words)));
}
