using FirearmsRegistry.Marks.Codes;
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
    /// <summary>The words for an event of a firearm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Somebody added an event and no words for it.</exception>
    public static HistoryText Of(object happened) => happened switch
    {
        FirearmRegistered it => new(
            $"Registered as {Words(it.Origin)}: {Description(it.Description)}. Holder: {Party(it.Holder)}.{Distinct(it.ConfirmedDistinct)}",
            Known.Of(it.OccurredOn), null, it.Holder),
        MarkApplied it => new(
            $"{Capital(Words(it.Mark.Kind))} mark \"{it.Mark.Text}\" applied on the {Words(it.Mark.Component)}, {it.Mark.Location}, by {Words(it.Mark.Method)}.{Findings(it.Findings)}",
            Known.Of(it.AppliedOn), it.MarkId),
        MarkRecorded it => new(
            $"{Capital(Words(it.Mark.Kind))} mark \"{it.Mark.Text}\" recorded as found on the {Words(it.Mark.Component)}, {it.Mark.Location}.{Findings(it.Findings)}",
            Known.Of(it.SeenOn), it.MarkId),
        MarkVerified it => new($"Mark read back as \"{it.ReadText}\" and verified.", Known.Of(it.VerifiedOn), it.MarkId),
        MarkFoundTampered it => new($"Mark found {Words(it.Condition)}: {it.Explanation}", Known.Of(it.FoundOn), it.MarkId),
        MarkRestored it => new(
            $"Mark read as \"{it.RestoredText}\" by a laboratory ({Words(it.Method)}, {(it.Destructive ? "destructive" : "not destructive")}), report {it.Report}.",
            Known.Of(it.RestoredOn), it.MarkId),
        MarkVoided it => new($"Mark voided: {it.Reason}", Known.Of(it.VoidedOn), it.MarkId),
        FirearmTransferred it => new(
            $"{Transfer(it.Kind, it.OtherCountry?.Name)} from {Party(it.From)} to {Party(it.To)}. Legal basis: {it.LegalBasis}.",
            Known.Of(it.OccurredOn), it.TransferId, it.From, it.To),
        FirearmReportedLost it => new(
            $"Reported {Words(it.Kind)} on {it.ReportedOn}, report {it.Report}.", it.OccurredOn, it.LossId),
        FirearmRecovered it => new($"Recovered: {it.Circumstances}", Known.Of(it.RecoveredOn), it.LossId),
        DisposalAuthorised it => new(
            $"Disposal authorised: to be {Words(it.Method)}. Decision {it.Authorisation}.", Known.Of(it.AuthorisedOn), it.DisposalId),
        DisposalCarriedOut it => new(
            $"{Capital(Words(it.Method))}: {it.Technique}, witnessed by {it.Witness}.{(it.Certificate is { } certificate ? $" Certificate {certificate}." : "")} Holder afterwards: {Party(it.Holder)}.",
            Known.Of(it.CarriedOutOn), it.DisposalId, it.Holder),
        FirearmCorrected it => new(
            $"Description corrected from {Description(it.Before)} to {Description(it.After)}. Reason: {it.Reason}", Known<PartialDate>.None, null),
        RegistrationCorrected it => new(
            $"Registration corrected from {Registration(it.Before)} to {Registration(it.After)}. Reason: {it.Reason}",
            Known<PartialDate>.None, null, it.Before.Holder, it.After.Holder),
        TransferCorrected it => new(
            $"Transfer corrected from {Transfer(it.Before)} to {Transfer(it.After)}. Reason: {it.Reason}",
            Known<PartialDate>.None, it.TransferId, it.Before.To, it.After.To),
        NationalNumberNeeded it => new(
            $"Looks like {(it.LookAlikes.Count == 1 ? "another firearm" : $"{it.LookAlikes.Count} other firearms")} and needs a national number. Accepted as another one because: {it.Reason}",
            Known<PartialDate>.None, null),
        FirearmQuarantined it => new($"Put in quarantine: {it.Reason}", Known<PartialDate>.None, it.QuarantineId),
        FirearmQuarantineEnded it => new($"Quarantine ended after an inspection: {it.Findings}", Known<PartialDate>.None, it.QuarantineId),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "This event has no words."),
    };

    private static string Words<T>(T code)
        where T : struct, Enum => FirearmErrors.Words(Codes.Of(code));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Party(Known<Guid> party) => party.Match(id => $"party {id}", () => "nobody", () => "unknown");

    private static string Distinct(Note? reason) => reason is { } why ? $" Confirmed as another firearm than its look-alikes: {why}" : "";

    private static string Findings(IReadOnlyList<MarkFindingNote> findings) =>
        findings.Count == 0 ? "" : $" Findings: {string.Join(' ', findings.Select(finding => finding.Rule))}";

    private static string Description(FirearmDescription it) =>
        $"{Words(it.Type)}, maker {it.Maker}, model {it.Model}, calibre {it.Calibre}, made in {it.ManufactureCountry.Match(country => country.Name, () => "no country", () => "an unknown country")}, year {it.YearOfManufacture}, {Words(it.Condition)}{(it.Antique ? ", antique" : "")}";

    private static string Registration(RegistrationEntry it) => $"{Words(it.Origin)} on {it.OccurredOn}, holder {Party(it.Holder)}";

    private static string Transfer(TransferEntry it) =>
        $"{Words(it.Kind)} on {it.OccurredOn} to {Party(it.To)}, legal basis {it.LegalBasis}{(it.OtherCountry is { } country ? $", {country.Name}" : "")}";

    private static string Transfer(TransferKind kind, string? country) => kind switch
    {
        TransferKind.Sale => "Sold",
        TransferKind.Gift => "Given",
        TransferKind.Inheritance => "Inherited",
        TransferKind.Import => $"Imported from {country},",
        TransferKind.Export => $"Exported to {country},",
        TransferKind.StateToCivilian => "Passed from State stock to civilian use,",
        TransferKind.Loan => "Lent",
        TransferKind.Return => "Returned",
    };
}
