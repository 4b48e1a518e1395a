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
using FirearmsRegistry.Registry.TraceRequests.Acknowledging;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Clarifying;
using FirearmsRegistry.Registry.TraceRequests.Closing;
using FirearmsRegistry.Registry.TraceRequests.Drafting;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Reminding;
using FirearmsRegistry.Registry.TraceRequests.Submitting;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class CrossBorderExamples
{
    private static readonly Guid Id = Guid.Parse("019342f0-0000-7000-8000-000000000001");

    private static readonly PartialDate Day = PartialDate.Parse("2020-11-02").GetOrThrow();

    public static AskedArm Arm { get; } = new(ArmType.Pistol, Known.Of(Short("Example Arms")), Known.Of(CountryCode.Parse("ESP").GetOrThrow()),
        Known.Of(Short("M9")), Known.Of(Short("9 mm Luger")), Known.Of(2010),
        [
            new MarkAsRead(MarkKind.Manufacture, Mark("EXAMPLE ARMS SPAIN AB12345"), ComponentKind.Frame, ReadingCertainty.Certain, Mark("AB12345")),
        ],
        Known.Of(Day));

    public static HandlingRestriction Restriction { get; } = new([DisclosurePurpose.Tracing, DisclosurePurpose.CriminalInvestigation],
        ThirdPartyRule.WithConsent, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), InformBeforeDisclosure: true,
        Text("For the investigation of this case only."));

    public static GivenGrounds Grounds { get; } = new(IllicitGround.NationalLaw, Text("Possession without a licence, Penal Code art. 86."),
        Known.Of(Text("Found in a car at a traffic check.")), null, Text("Criminal proceedings against the possessor."),
        Short("Judicial police, Lisbon"), Short("PT-2020-0815"));

    public static DraftOutboundTraceEndpoint.DraftBody Draft { get; } = new(Id, Id, TracePriority.Routine);

    public static AmendOutboundTraceEndpoint.AmendmentBody Amendment { get; } = new(TracePriority.Routine, Grounds, Arm);

    public static SubmitOutboundTraceEndpoint.SubmissionBody Submission { get; } = new(ExchangeWay.ByHand, Short("Letter 2020/311"));

    public static ReceiveInboundTraceEndpoint.InboundBody Inbound { get; } = new(Id, Short("PT-2020-0815"), TracePriority.Routine, Grounds, Arm,
        Restriction: Restriction);

    public static AcknowledgementEndpoints.AcknowledgementBody Acknowledgement { get; } = new(Short("PT-IN-4711"));

    public static ClarifyEndpoints.QuestionBody Question { get; } = new(Text("Which marks are on the barrel?"));

    public static ClarifyEndpoints.InformationBody Information { get; } = new(Text("The barrel carries the serial AB12345 as well."), Arm);

    public static RecordOutboundAnswerEndpoint.ReceivedAnswerBody ReceivedAnswer { get; } = new(
        new TraceAnswerContent(TraceAnswerKind.Answered, TraceFinding.Positive,
            Facts: new AnswerFacts(TraceOutcome.TracedToDealer, [new AnswerHop(HopKind.Import, Known.Of(Day), CountryCode.Parse("ESP").GetOrThrow())])),
        Short("National point of contact, Lisbon"), Short("PT-2020-0815/2"), Day, Restriction);

    public static ProposalEndpoints.ProposalBody Proposal { get; } = new(
        new TraceAnswerContent(TraceAnswerKind.Refused, Reason: WithholdingReason.OngoingInvestigation,
            Explanation: Text("An investigation that an answer would endanger goes on until spring.")));

    public static ProposalEndpoints.ApprovalBody Approval { get; } = new(Id);

    public static RecordReminderEndpoint.ReminderBody Reminder { get; } = new(ExchangeWay.ByHand, Short("Letter 2020/402"));

    public static CloseTraceEndpoint.ClosureBody Closure { get; } = new(Text("The prosecutor has what he needs."));

    private static MarkText Mark(string text) => MarkText.Parse(text).GetOrThrow();

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
