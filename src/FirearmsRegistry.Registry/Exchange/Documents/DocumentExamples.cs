using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Documents;

/// <summary>The example documents in <c>schemas/exchange</c>; compiled, so that they cannot rot. All of it is invented.</summary>
internal static class DocumentExamples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();

    public static readonly CountryCode Portugal = CountryCode.Parse("PRT").GetOrThrow();

    private static readonly HandlingRestriction Lent = new([DisclosurePurpose.CriminalInvestigation], ThirdPartyRule.WithConsent, Now.AddYears(1), true);

    public static TraceRequestDocument Request { get; } = new(
        Head(DocumentKind.TraceRequest, 1),
        new CrossBorderContent(TracePriority.Routine, null,
            new TraceGrounds(IllicitGround.NationalLaw, Text("Possession without a licence."), Known.Of(Text("Found in a car.")), null,
                Text("Criminal proceedings."), Short("Provincial police"), Short("CASE-1")),
            new AskedArm(ArmType.Pistol, Known.Of(Short("Example Arms")), Known.Of(Portugal), Known<ShortText>.Unknown, Known.Of(Short("9 mm Luger")),
                Known.Of(2010),
                [
                    new MarkAsRead(MarkKind.Manufacture, Mark("EXAMPLE ARMS PORTUGAL AB12345"), ComponentKind.Frame, ReadingCertainty.Certain, Mark("AB12345")),
                ],
                Known.Of(PartialDate.Parse("2026-02-20").GetOrThrow())),
            null),
        Lent);

    public static AcknowledgementDocument Acknowledgement { get; } = new(Head(DocumentKind.Acknowledgement, 2), Now, Short("PT-2026-7"));

    public static MoreInformationDocument Question { get; } = new(
        Head(DocumentKind.MoreInformation, 3), InformationAct.Asked, Text("Is there an import mark?"), Id(30));

    public static MoreInformationDocument Information { get; } = new(
        Head(DocumentKind.MoreInformation, 7), InformationAct.Given, Text("Our laboratory read the import mark."), Id(30), Request.Content.Arm, Lent);

    public static MoreInformationDocument Reminder { get; } = new(
        Head(DocumentKind.MoreInformation, 6), InformationAct.Reminded, Text("Reminder 1: the answer to the request was expected by 2026-03-27."));

    public static TraceAnswerDocument Refusal { get; } = new(
        Head(DocumentKind.TraceAnswer, 4), TraceAnswerKind.Refused, Short("PT-2026-7/1"), Reason: WithholdingReason.OngoingInvestigation,
        Explanation: Text("An investigation of ours would be compromised."));

    public static TraceAnswerDocument Answer { get; } = new(
        Head(DocumentKind.TraceAnswer, 5), TraceAnswerKind.Answered, Short("PT-2026-7/2"), TraceFinding.Positive,
        Trail: new AnsweredTrail(TraceOutcome.TracedToForeignCountry,
            [new AnswerHop(HopKind.Export, Known.Of(PartialDate.Parse("2015-02-03").GetOrThrow()), Spain)], Spain),
        Handling: Lent);

    /// <summary>The head of a document from Spain's request to Portugal.</summary>
    public static DocumentHead Head(DocumentKind kind, int number) => new(kind, 1, Id(number), Id(100), Now, Spain, Portugal,
        new SendingOfficer(Short("Officer 7"), Short("National point of contact")));

    /// <summary>An id.</summary>
    public static Guid Id(int number) => new($"019342f0-0000-7000-8000-{number:D12}");

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();

    private static MarkText Mark(string text) => MarkText.Parse(text).GetOrThrow();
}
