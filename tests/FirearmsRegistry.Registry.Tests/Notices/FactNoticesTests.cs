using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Notices.Telling;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Tests.Firearms;
using FirearmsRegistry.Registry.Tests.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Notices;

public sealed class FactNoticesTests
{
    private const string Officer = "019342f0-0000-7000-8000-0000000000dd";

    private static readonly Guid Record = Guid.Parse("019342f0-0000-7000-8000-0000000000ee");

    private static readonly Guid Arm = TraceCase.Arm;

    public static TheoryData<object, NoticeOccasion> ActsOnArms => new()
    {
        { new FirearmReportedLost(Record, LossKind.Stolen, Known<FirearmsRegistry.Marks.Dates.PartialDate>.Unknown, Arms.On("2021-02-03"), Arms.Text("Police 7")), NoticeOccasion.ReportedMissing },
        { new FirearmRecovered(Record, Arms.On("2021-03-01"), Arms.Reason("Found.")), NoticeOccasion.Recovered },
        { new MarkApplied(Record, Arms.MakersMark, Arms.On("2020-01-01"), []), NoticeOccasion.MarkChanged },
        { new MarkVoided(Record, Arms.Reason("Wrong."), Arms.On("2020-01-01")), NoticeOccasion.MarkChanged },
        { new FirearmTransferred(Record, TransferKind.Sale, Known<Guid>.Unknown, Known<Guid>.Unknown, Arms.Text("LIC"), null, Arms.On("2020-01-01")), NoticeOccasion.Transferred },
        { new DisposalAuthorised(Record, DisposalMethod.Destroyed, Arms.Text("Order"), Arms.On("2020-01-01")), NoticeOccasion.Disposal },
        { new FirearmQuarantined(Record, Arms.Reason("Unknown mark.")), NoticeOccasion.RecordChanged },
    };

    [Theory]
    [MemberData(nameof(ActsOnArms))]
    public void An_act_on_an_arm_is_told_to_who_watches_it_and_finds_nothing(object act, NoticeOccasion occasion) => Assert.Equal(
        [new ArmSeen(Record, occasion, IsFound: false, Arms.Now, Officer)], FactNotices.Arms(Record, [Signed(act)], Arms.Now, null));

    [Fact]
    public void Every_event_of_an_arm_but_its_registration_has_an_occasion()
    {
        var untold = typeof(FirearmTransferred).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FirearmTransferred).Namespace && type.IsSealed && type.GetMethod("<Clone>$") is not null)
            .Where(type => typeof(Firearm).GetMethods().Any(method => method.Name == "Apply" && method.GetParameters()[0].ParameterType == type))
            .Where(type => FactNotices.Arms(Record, [Signed(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type))], Arms.Now, null).Count == 0);

        Assert.Equal([typeof(FirearmRegistered)], untold);
    }

    [Fact]
    public void A_trace_that_finds_an_arm_has_found_it_even_where_it_is_missing()
    {
        var found = FactNotices.Arms(Record,
            [Signed(new TraceSearched(IdentificationBasis.ExactKey, 1, Arm)), Signed(new TraceClosed(TraceOutcome.TracedToHolder))], Arms.Now, null);

        Assert.Equal([new ArmSeen(Arm, NoticeOccasion.Traced, IsFound: true, Arms.Now, Officer)], found);
        Assert.Empty(FactNotices.Arms(Record, [Signed(new TraceSearched(IdentificationBasis.NothingFits, 0, null))], Arms.Now, null));
    }

    [Fact]
    public void An_item_is_a_found_arm_when_a_person_says_so_and_not_again_when_a_trace_does()
    {
        var byPerson = new SeizedItemIdentified(Arm, IdentifiedBy.Documents, Arms.Reason("Papers."));

        Assert.Equal([new ArmSeen(Arm, NoticeOccasion.Seized, IsFound: true, Arms.Now, Officer)],
            FactNotices.Arms(Record, [Signed(byPerson)], Arms.Now, null));
        Assert.Empty(FactNotices.Arms(Record, [Signed(byPerson with { TraceRequestId = Record })], Arms.Now, null));
    }

    [Fact]
    public void What_a_person_confirms_for_another_State_is_found_and_what_he_confirms_of_an_item_is_told_with_the_item()
    {
        var confirmed = Signed(new TraceIdentificationConfirmed(Arm, Arms.Reason("The barrel agrees."), Arms.Reason("Frame and barrel.")));
        var proposed = Signed(new InboundAnswerProposed(Record, new TraceAnswerContent(TraceAnswerKind.Answered, TraceFinding.Positive), null, [], Automatically: false));

        Assert.Equal([new ArmSeen(Arm, NoticeOccasion.Traced, IsFound: true, Arms.Now, Officer)],
            FactNotices.Arms(Record, [confirmed, proposed], Arms.Now, null));
        Assert.Empty(FactNotices.Arms(Record, [confirmed], Arms.Now, null));
    }

    [Fact]
    public void An_answer_is_told_once_to_who_asked()
    {
        var notice = Assert.Single(FactNotices.Traces(Record, [Answer(), Closed()], Arms.Now, null));

        Assert.Equal((NoticeKind.TraceAnswered, NoticeOccasion.AnswerRecorded, Officer), (notice.Kind, notice.Occasion, notice.CausedBy));
        Assert.Equal(NoticeOwner.WhoFiled(Record, Role.ContactPoint), notice.Owner);
    }

    [Fact]
    public void A_trace_that_ends_by_its_clock_is_overdue_and_not_answered()
    {
        var notices = FactNotices.Traces(Record, [Signed(new OnwardAnswerOverdue(Arms.Country("PRT"), Arms.Now)), Closed()], Arms.Now, null);

        Assert.All(notices, notice => Assert.Equal(NoticeKind.ClockOverdue, notice.Kind));
        Assert.Equal([NoticeOwner.WhoFiled(Record, Role.ContactPoint), NoticeOwner.Everybody(Role.ContactPoint)], notices.Select(notice => notice.Owner));
    }

    [Fact]
    public void What_another_State_s_registry_asks_is_told_to_the_contact_points_and_what_this_one_asks_is_not()
    {
        var question = new MoreInformationAsked(Record, Arms.Reason("Which barrel?"));

        var notice = Assert.Single(FactNotices.CrossBorder(Record, [new Event<MoreInformationAsked>(question)], Arms.Now, "exchange:PRT"));
        Assert.Equal((NoticeKind.RequestWaiting, NoticeOccasion.InformationAsked, NoticeOwner.Everybody(Role.ContactPoint)),
            (notice.Kind, notice.Occasion, notice.Owner));
        Assert.Empty(FactNotices.CrossBorder(Record, [Signed(question)], Arms.Now, "exchange:PRT"));
    }

    [Fact]
    public void A_request_that_another_State_s_registry_withdraws_is_told_to_the_contact_points_and_what_a_person_withdraws_is_not()
    {
        var withdrawn = new TraceWithdrawn(Arms.Reason("Solved."), BeforeSearch: false);

        var notice = Assert.Single(FactNotices.CrossBorder(Record, [new Event<TraceWithdrawn>(withdrawn)], Arms.Now, "exchange:PRT"));
        Assert.Equal((NoticeKind.RequestWaiting, NoticeOccasion.RequestWithdrawn, NoticeOwner.Everybody(Role.ContactPoint)),
            (notice.Kind, notice.Occasion, notice.Owner));
        Assert.Empty(FactNotices.CrossBorder(Record, [Signed(withdrawn)], Arms.Now, "exchange:PRT"));
    }

    [Fact]
    public void What_nobody_signed_is_in_the_name_of_who_records_it() =>
        Assert.Equal("somebody", Assert.Single(FactNotices.Arms(Record, [new Event<FirearmQuarantined>(new FirearmQuarantined(Record, Arms.Reason("Look.")))],
            Arms.Now, "somebody")).CausedBy);

    private static IEvent Answer() => Signed(new ForeignAnswerRecorded(
        Record, Arms.Country("PRT"), ForeignAnswerKind.Positive, null, null, Arms.Text("Policia"), Arms.Text("PT-1"), Arms.On("2021-01-01")));

    private static IEvent Closed() => Signed(new TraceClosed(TraceOutcome.TracedToForeignCountry));

    private static IEvent Signed(object data)
    {
        var happened = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        happened.UserName = Officer;
        return happened;
    }
}
