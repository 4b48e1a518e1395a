using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.Establishing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using FirearmsRegistry.Registry.TraceRequests.Withdrawing;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class TraceRequestExamples
{
    public static RequestTraceEndpoint.TraceRequestBody Request { get; } = new(
        Guid.Parse("019342f0-0000-7000-8000-000000000001"), TracePriority.Routine,
        IllicitGround: IllicitGround.NationalLaw,
        LegalJustification: Text("Possession without a licence, Criminal Code art. 564."),
        Circumstances: Known.Of(Text("Found in a car at a traffic check.")),
        IntendedUse: Text("Criminal proceedings against the possessor."),
        RequestingAuthority: Short("Provincial police, arms unit"),
        CaseReference: Short("CASE-2020-117"));

    public static RecordForeignAnswerEndpoint.ForeignAnswerBody Answer { get; } = new(
        CountryCode.Parse("PRT").GetOrThrow(), ForeignAnswerKind.Positive, Short("National point of contact, Lisbon"), Short("PT-2020-0815"),
        PartialDate.Parse("2020-11-02").GetOrThrow());

    public static RecordEstablishmentEndpoint.EstablishmentBody Establishment { get; } = new(
        Short("Intelligence report on a diverted consignment"), Short("National police"), PartialDate.Parse("2020-12-01").GetOrThrow());

    public static ConfirmIdentificationEndpoint.ConfirmationBody Confirmation { get; } = new(
        Guid.Parse("019342f0-0000-7000-8000-000000000002"), Text("The barrel number and the import mark agree with the record; the other candidates have another calibre."),
        Text("Frame and barrel under magnification, the import mark, the record's photograph."));

    public static WithdrawTraceEndpoint.WithdrawalBody Withdrawal { get; } = new(Text("The arm was identified by its papers."));

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
