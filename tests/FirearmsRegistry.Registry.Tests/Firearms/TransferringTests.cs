using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Transferring;
using static FirearmsRegistry.Registry.Tests.Firearms.Arms;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class TransferringTests
{
    [Theory]
    [InlineData(TransferKind.Sale, null)]
    [InlineData(TransferKind.Gift, null)]
    [InlineData(TransferKind.Inheritance, null)]
    [InlineData(TransferKind.Export, null)]
    [InlineData(TransferKind.Loan, null)]
    [InlineData(TransferKind.Return, "firearm-not-on-loan")]
    [InlineData(TransferKind.Import, "firearm-not-abroad")]
    [InlineData(TransferKind.StateToCivilian, "marks-missing")]
    public void A_marked_arm_at_its_holders_may_be(TransferKind kind, string? refusal) =>
        Assert.Equal(refusal, Decide(Marked, kind));

    [Theory]
    [InlineData(TransferKind.Sale, "marks-missing")]
    [InlineData(TransferKind.Gift, "marks-missing")]
    [InlineData(TransferKind.Inheritance, "marks-missing")]
    [InlineData(TransferKind.Export, "marks-missing")]
    [InlineData(TransferKind.Loan, "marks-missing")]
    public void An_arm_whose_mark_nobody_verified_stays(TransferKind kind, string refusal) =>
        Assert.Equal(refusal, Decide([Registered(), Applied()], kind));

    [Theory]
    [InlineData(MarkTampering.Altered)]
    [InlineData(MarkTampering.Erased)]
    [InlineData(MarkTampering.Removed)]
    [InlineData(MarkTampering.Falsified)]
    public void An_arm_whose_mark_was_tampered_with_is_not_marked(MarkTampering condition) =>
        Assert.Equal("marks-missing", Decide([.. Marked, new MarkFoundTampered(Mark, condition, On("2021"), Reason("Seen."))], TransferKind.Sale));

    [Theory]
    [InlineData(LossKind.Lost)]
    [InlineData(LossKind.Stolen)]
    [InlineData(LossKind.UnlawfullyTransferred)]
    public void Transfer_of_a_missing_firearm_is_refused(LossKind kind) =>
        Assert.All(Enum.GetValues<TransferKind>(), transfer => Assert.Equal("firearm-lost", Decide([.. Marked, Lost(kind)], transfer)));

    [Fact]
    public void Transfer_of_a_destroyed_firearm_is_refused()
    {
        var destroyed = new DisposalCarriedOut(
            Guid.CreateVersion7(Now), DisposalMethod.Destroyed, Text("melting"), Text("Depot"), On("2021"), Known<Guid>.None);
        Assert.All(Enum.GetValues<TransferKind>(), kind => Assert.Equal("firearm-destroyed", Decide([.. Marked, destroyed], kind)));
    }

    [Fact]
    public void An_exported_arm_can_only_come_back()
    {
        object[] exported = [.. Marked, Transferred(Entry(TransferKind.Export, country: "FRA"))];

        foreach (var kind in Enum.GetValues<TransferKind>())
            Assert.Equal(kind == TransferKind.Import ? null : "firearm-exported", Decide(exported, kind, Buyer, Dealer, "2022"));
    }

    [Fact]
    public void An_imported_arm_needs_the_mark_of_the_importing_country_before_it_goes_on()
    {
        object[] imported = [Registered(FirearmOrigin.Imported), Applied(), Verified()];
        var import = Guid.CreateVersion7(Now);

        Assert.Equal("marks-missing", Decide(imported, TransferKind.Sale));
        Assert.Null(Decide([.. imported, Applied(StateMark(MarkKind.Import), import), Verified(import)], TransferKind.Sale));
    }

    [Fact]
    public void An_arm_of_the_State_goes_to_civilians_only_as_such_and_with_its_mark()
    {
        object[] stock = [Registered(FirearmOrigin.StateStock), Applied(), Verified()];
        var mark = Guid.CreateVersion7(Now);

        Assert.Equal("firearm-in-state-stock", Decide(stock, TransferKind.Sale));
        Assert.Equal("marks-missing", Decide(stock, TransferKind.StateToCivilian));
        Assert.Null(Decide([.. stock, Applied(StateMark(MarkKind.StateTransfer), mark), Verified(mark)], TransferKind.StateToCivilian));
    }

    [Fact]
    public void What_is_lent_goes_back_to_the_lender_before_anything_else()
    {
        object[] lent = [.. Marked, Transferred(Entry(TransferKind.Loan))];

        Assert.Equal("firearm-on-loan", Decide(lent, TransferKind.Sale, Buyer, Dealer, "2022"));
        Assert.Equal("transfer-does-not-fit", Decide(lent, TransferKind.Return, Buyer, Guid.CreateVersion7(Now), "2022"));
        Assert.Null(Decide(lent, TransferKind.Return, Buyer, Dealer, "2022"));
    }

    [Fact]
    public void Only_the_recorded_holder_can_pass_it_on_and_the_refusal_names_him()
    {
        var decided = TransferFirearm.Decide(
            Given(Marked), Command(Entry(TransferKind.Sale, Buyer, Guid.CreateVersion7(Now))), Policy, Now);

        Assert.Equal("not-the-holder", decided.Refusal!.Name);
        Assert.Equal(Dealer.ToString(), decided.Refusal.Errors[0].Suggestion);
    }

    [Theory]
    [InlineData("2027", "impossible-date")]
    [InlineData("2026-02-02", "impossible-date")]
    [InlineData("2026-02-01", null)]
    [InlineData("2020", null)]
    [InlineData("2020-02", "impossible-date")]
    public void Its_date_lies_between_the_making_and_today(string date, string? refusal) =>
        Assert.Equal(refusal, Decide(Marked, TransferKind.Sale, date: date));

    private static string? Decide(
        object[] given, TransferKind kind, Guid? from = null, Guid? to = null, string date = "2021-07-01") =>
        TransferFirearm.Decide(
            Given(given),
            Command(Entry(kind, from, to, kind is TransferKind.Import or TransferKind.Export ? "FRA" : null, date)), Policy, Now).Refusal?.Name;

    private static TransferFirearm Command(TransferEntry entry) => new(Guid.Empty, Guid.CreateVersion7(Now), entry);
}
