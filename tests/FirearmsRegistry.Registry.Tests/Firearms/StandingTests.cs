using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Correcting;
using FirearmsRegistry.Registry.Firearms.Disposing;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Firearms.GettingHistory;
using FirearmsRegistry.Registry.Firearms.Losing;
using FirearmsRegistry.Registry.Firearms.Recovering;
using FirearmsRegistry.Registry.Shared.Wording;
using static FirearmsRegistry.Registry.Tests.Firearms.Arms;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class StandingTests
{
    private static readonly Guid Disposal = Guid.CreateVersion7(Now);

    [Theory]
    [InlineData(TransferKind.Loan, FirearmStatus.OnLoan)]
    [InlineData(TransferKind.Export, FirearmStatus.Exported)]
    [InlineData(TransferKind.Sale, FirearmStatus.Held)]
    public void A_recovered_arm_stands_where_it_stood_before_its_loss(TransferKind kind, FirearmStatus status)
    {
        var lost = Lost(LossKind.Stolen);
        object[] events = [.. Marked, Transferred(Entry(kind, country: kind == TransferKind.Export ? "FRA" : null)), lost];

        Assert.Equal(FirearmStatus.Stolen, Shown(events).Status);
        Assert.Equal(status, Shown([.. events, new FirearmRecovered(lost.LossId, On("2022"), Reason("Found."))]).Status);
    }

    [Fact]
    public void What_was_lost_may_turn_out_to_be_stolen_but_is_not_reported_lost_twice()
    {
        var lost = Given([.. Marked, Lost(LossKind.Lost)]);

        Assert.Null(ReportFirearmLost.Decide(lost, Report(LossKind.Stolen), Now).Refusal);
        Assert.Equal("loss-already-reported", ReportFirearmLost.Decide(lost, Report(LossKind.Lost), Now).Refusal!.Name);
    }

    [Theory]
    [InlineData("2021-05-31", "impossible-date")]
    [InlineData("2021-06", null)]
    public void A_recovery_does_not_lie_before_the_loss(string date, string? refusal) =>
        Assert.Equal(refusal, RecoverFirearm.Decide(
            Given([.. Marked, Lost(LossKind.Lost)]), new RecoverFirearm(Guid.Empty, On(date), Reason("Found.")), Now).Refusal?.Name);

    [Theory]
    [InlineData(DisposalMethod.Destroyed, null, null)]
    [InlineData(DisposalMethod.Deactivated, null, "marks-missing")]
    [InlineData(DisposalMethod.Deactivated, "EU 1", null)]
    [InlineData(DisposalMethod.RetainedByState, null, "marks-missing")]
    [InlineData(DisposalMethod.Returned, null, "marks-missing")]
    public void An_unmarked_arm_can_be_destroyed_or_certified_as_deactivated(DisposalMethod method, string? certificate, string? refusal) =>
        Assert.Equal(refusal, Complete([Registered(FirearmOrigin.Recovered), Authorised(method)], method, certificate));

    [Fact]
    public void A_marked_arm_is_returned_and_one_with_a_State_mark_is_kept()
    {
        var mark = Guid.CreateVersion7(Now);

        Assert.Null(Complete([.. Marked, Authorised(DisposalMethod.Returned)], DisposalMethod.Returned));
        Assert.Equal("marks-missing", Complete([.. Marked, Authorised(DisposalMethod.RetainedByState)], DisposalMethod.RetainedByState));
        Assert.Null(Complete(
            [.. Marked, Applied(StateMark(MarkKind.StateRetention), mark), Verified(mark), Authorised(DisposalMethod.RetainedByState)],
            DisposalMethod.RetainedByState));
    }

    [Fact]
    public void The_receiver_of_the_last_transfer_can_be_corrected_and_that_of_an_earlier_one_not()
    {
        var (first, last) = (Guid.CreateVersion7(Now), Guid.CreateVersion7(Now));
        var other = Guid.CreateVersion7(Now);
        var (sale, resale) = (Entry(TransferKind.Sale), Entry(TransferKind.Sale, Buyer, Dealer, on: "2022"));
        var firearm = Given([.. Marked, Transferred(sale, first), Transferred(resale, last)]);

        var early = CorrectFirearm.Decide(firearm, Correction(first, sale with { To = Known.Of(other) }), [], Now);
        var late = CorrectFirearm.Decide(firearm, Correction(last, resale with { To = Known.Of(other) }), [], Now);
        var date = CorrectFirearm.Decide(firearm, Correction(first, sale with { OccurredOn = On("2021-02") }), [], Now);

        Assert.Equal("built-upon", early.Refusal!.Name);
        Assert.Null(date.Refusal);
        var corrected = Assert.IsType<TransferCorrected>(Assert.Single(late.Value));
        Assert.Equal(resale, corrected.Before);
        firearm.Apply(corrected);
        Assert.Equal(Known.Of(other), firearm.Holder);
    }

    [Fact]
    public void A_correction_changes_one_entry_and_changes_it()
    {
        var firearm = Given(Marked);

        Assert.Equal("one-entry-at-a-time", CorrectFirearm.Decide(firearm, new CorrectFirearm(Guid.Empty, Reason("Why.")), [], Now).Refusal!.Name);
        Assert.Equal("nothing-corrected",
            CorrectFirearm.Decide(firearm, new CorrectFirearm(Guid.Empty, Reason("Why."), Description), [], Now).Refusal!.Name);
    }

    [Fact]
    public void Every_event_of_a_firearm_has_words()
    {
        var lost = Lost(LossKind.Lost);
        object[] events =
        [
            .. Marked, new MarkRecorded(Mark, MakersMark, On("2020"), []), new MarkFoundTampered(Mark, MarkTampering.Altered, On("2021"), Reason("Seen.")),
            new MarkRestored(Mark, MakersMark.Text, RestorationMethod.Visual, false, Text("LAB 1"), On("2021")),
            new MarkVoided(Mark, Reason("Replaced."), On("2021")), lost, new FirearmRecovered(lost.LossId, On("2022"), Reason("Found.")),
            Authorised(DisposalMethod.Destroyed),
            new DisposalCarriedOut(Disposal, DisposalMethod.Destroyed, Text("melting"), Text("Depot"), On("2022"), Known<Guid>.None),
            new FirearmCorrected(Description, Description, Reason("Why.")),
            new RegistrationCorrected(new(FirearmOrigin.Imported, Known.Of(Dealer), On("2020")), new(FirearmOrigin.Imported, Known.Of(Buyer), On("2020")), Reason("Why.")),
            new TransferCorrected(Disposal, Entry(TransferKind.Sale), Entry(TransferKind.Gift), Reason("Why.")),
            new NationalNumberNeeded([Disposal], Reason("Why.")),
            .. Enum.GetValues<TransferKind>().Select(kind => Transferred(Entry(kind, country: "FRA"))),
        ];

        foreach (var words in Enum.GetValues<ReportLanguage>().Select(language => new HistoryWords(language, isolates: false)))
        {
            // A place that nobody filled is left out, and shows as two blanks or a blank before the comma.
            Assert.All(events, happened => Assert.DoesNotMatch(@"[{}]|  | [,.]", HistoryText.Of(happened, words).Sentence));
        }

        Assert.Equal(
            $"Transfer (sale) from party {Dealer} to party {Buyer}. Legal basis: Licence 1.",
            HistoryText.Of(Transferred(Entry(TransferKind.Sale)), new HistoryWords(ReportLanguage.En, isolates: false)).Sentence);
    }

    private static CorrectFirearm Correction(Guid transfer, TransferEntry after) =>
        new(Guid.Empty, Reason("Why."), Transfer: new TransferCorrection(transfer, after));

    private static ReportFirearmLost Report(LossKind kind) =>
        new(Guid.Empty, Guid.CreateVersion7(Now), kind, Known<Marks.Dates.PartialDate>.Unknown, On("2021-07"), Text("Police 8"));

    private static DisposalAuthorised Authorised(DisposalMethod method) => new(Disposal, method, Text("Order 1"), On("2021-01-01"));

    private static string? Complete(object[] given, DisposalMethod method, string? certificate = null) => CarryOutDisposal.Decide(
        Given(given),
        new CarryOutDisposal(Guid.Empty, Disposal, Text("as ordered"), Text("Depot"), On("2021-02"),
            method is DisposalMethod.Returned or DisposalMethod.RetainedByState ? Known.Of(Dealer) : null,
            certificate is null ? null : Text(certificate)),
        Policy, Now).Refusal?.Name;
}
