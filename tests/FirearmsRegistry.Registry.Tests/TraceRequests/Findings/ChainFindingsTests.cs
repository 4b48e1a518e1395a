using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Findings;

public sealed class ChainFindingsTests
{
    private static readonly Known<Guid> Other = Known.Of(Guid.Parse("019342f0-0000-7000-8000-0000000000dd"));

    public static TheoryData<string, object[], string?, string, int?> Intervals => new()
    {
        { "held since 2010", [Registered()], "2010", "2020-06-15", 3818 },
        { "sold on a day", [Registered(), Sold("2019-06-15")], "2019-06-15", "2020-06-15", 366 },
        { "sold in a month", [Registered(), Sold("2020-05")], "2020-05", "2020-06-15", 45 },
        { "stolen on a day", [Registered(), Sold("2015-01-01"), Reported(LossKind.Stolen, "2019-03-01")], "2019-03-01", "2019-03-01", 0 },
        { "lost in a year", [Registered(), Reported(LossKind.Lost, "2018")], "2018", "2018", 364 },
        { "stolen without a date, reported in time", [Registered(), Undated()], "2010", "2011-09-02", 609 },
        { "exported", [Registered(), Transfer(TransferKind.Export, "2016-01-01", country: "PRT")], "2016-01-01", "2020-06-15", 1627 },
        { "destroyed on paper", [Registered(), Disposed(DisposalMethod.Destroyed, "2018-01-01", Known<Guid>.None)], "2018-01-01", "2020-06-15", 896 },
        { "nothing lawful", [Registered(FirearmOrigin.Recovered, Known<Guid>.Unknown)], null, "2020-06-15", null },
        { "sold on the day of the seizure", [Registered(), Sold("2020-06-15")], "2020-06-15", "2020-06-15", 0 },
    };

    [Theory]
    [MemberData(nameof(Intervals), DisableDiscoveryEnumeration = true)]
    public void The_diversion_lies_in_this_interval(string history, object[] events, string? notBefore, string notAfter, int? days)
    {
        var interval = Find(events).DiversionInterval;

        Assert.True((notBefore ?? "unknown", notAfter, days) == (interval.NotBefore.ToString(), interval.NotAfter.ToString(), interval.LongestDays),
            $"{history}: {interval}");
    }

    public static TheoryData<string, object[], int?, TimeToCrimeUndefined?, int?, TimeToCrimeUndefined?> Times => new()
    {
        { "sold once", [Registered(), Sold("2019-06-15")], 366, null, 366, null },
        { "sold twice", [Registered(), Sold("2018-06-15"), Bought("2020-06-14")], 1, null, 731, null },
        { "sold and given", [Registered(), Sold("2018-06-15"), Transfer(TransferKind.Gift, "2020-06-15", Known.Of(Holder)) with { From = Other }], 0, null, 731, null },
        { "never sold", [Registered()], null, TimeToCrimeUndefined.NoTransferOnRecord, null, TimeToCrimeUndefined.NoSaleOnRecord },
        { "given only", [Registered(), Transfer(TransferKind.Gift, "2020-06-14")], 1, null, null, TimeToCrimeUndefined.NoSaleOnRecord },
        { "nothing lawful", [Registered(FirearmOrigin.Recovered, Known<Guid>.Unknown)], null, TimeToCrimeUndefined.NoLegalRecord, null, TimeToCrimeUndefined.NoLegalRecord },
        { "sold in a month", [Registered(), Sold("2019-06")], null, TimeToCrimeUndefined.DateNotADay, null, TimeToCrimeUndefined.DateNotADay },
        { "exported", [Registered(), Sold("2015-01-01"), Transfer(TransferKind.Export, "2016-01-01", country: "PRT") with { From = Other }], null,
            TimeToCrimeUndefined.ChainContinuesAbroad, null, TimeToCrimeUndefined.ChainIncomplete },
        { "destroyed on paper", [Registered(), Sold("2015-01-01"), Disposed(DisposalMethod.Destroyed, "2018-01-01", Known<Guid>.None)], null, TimeToCrimeUndefined.DisposedOf, 1992, null },
        { "to somebody unknown", [Registered(), Transfer(TransferKind.Sale, "2019-06-15", Known<Guid>.Unknown)], null, TimeToCrimeUndefined.ChainIncomplete, null, TimeToCrimeUndefined.ChainIncomplete },
        { "by somebody unknown", [Registered(), Transfer(TransferKind.Sale, "2019-06-15", Other) with { From = Known<Guid>.Unknown }], 366, null, null, TimeToCrimeUndefined.ChainIncomplete },
        { "from an older register", [Registered(FirearmOrigin.LegacyRecord), Sold("2019-06-15")], 366, null, null, TimeToCrimeUndefined.ChainIncomplete },
        { "lent and never back", [Registered(), Transfer(TransferKind.Loan, "2019-06-15", Other)], null, TimeToCrimeUndefined.ChainIncomplete, null, TimeToCrimeUndefined.NoSaleOnRecord },
        { "given back by the State", [Registered(), Disposed(DisposalMethod.Returned, "2019-06-15", Known.Of(Holder))], 366, null, null, TimeToCrimeUndefined.NoSaleOnRecord },
    };

    [Theory]
    [MemberData(nameof(Times), DisableDiscoveryEnumeration = true)]
    public void Time_to_crime_is_counted_or_its_absence_explained(
        string history, object[] events, int? sinceTransfer, TimeToCrimeUndefined? transferUndefined, int? sinceSale, TimeToCrimeUndefined? saleUndefined)
    {
        var times = Find(events).TimesToCrime;

        Assert.Equal([TimeToCrimeBase.LastLegalTransfer, TimeToCrimeBase.FirstSale], times.Select(time => time.Base));
        Assert.True((sinceTransfer, transferUndefined, sinceSale, saleUndefined) == (times[0].Days, times[0].Undefined, times[1].Days, times[1].Undefined),
            $"{history}: {times[0]} {times[1]}");
    }

    [Fact]
    public void An_intake_known_to_the_month_only_leaves_time_to_crime_undefined()
    {
        var chain = ChainBuilder.Build(Register(Registered(), Sold("2019-06-15")), On("2020-06"));

        Assert.All(ChainFindings.Of(chain, On("2020-06")).TimesToCrime, time => Assert.Equal(TimeToCrimeUndefined.DateNotADay, time.Undefined));
    }

    [Fact]
    public void Earlier_losses_are_those_that_ended_before()
    {
        var entries = Register(Registered(), Reported(LossKind.Stolen, "2012-01-01"), Recovered("2013-01-01"), Reported(LossKind.Lost, "2014"),
            Sold("2015-01-01"), Reported(LossKind.Stolen, "2019-01-01"));

        var losses = ChainFindings.Of(ChainBuilder.Build(entries, IntakeOn), IntakeOn).EarlierLosses;

        Assert.Equal(
            [
                new EarlierLoss(entries[1].EventId, HopKind.Stolen, Known.Of(On("2012-01-01")), Short("REP-1"), entries[2].EventId, true, Known.Of(On("2013-01-01"))),
                new EarlierLoss(entries[3].EventId, HopKind.Lost, Known.Of(On("2014")), Short("REP-1"), entries[4].EventId, false, Known.Of(On("2015-01-01"))),
            ], losses);
    }

    [Property]
    public Property Time_to_crime_is_never_negative_and_always_counted_or_explained() => Prop.ForAll(
        Gen.Choose(0, 7).ListOf().ToArbitrary(),
        choices =>
        {
            var found = Find([Registered(), .. choices.Select(Any)]);
            return found.TimesToCrime.All(time => (time.Days is null) != (time.Undefined is null) && time.Days is null or >= 0)
                && found.DiversionInterval.LongestDays is null or >= 0;
        });

    private static object Any(int choice) => choice switch
    {
        0 => Sold("2016-02-03"),
        1 => Transfer(TransferKind.Export, "2016", country: "PRT"),
        2 => Transfer(TransferKind.Import, "2017-05"),
        3 => Reported(LossKind.Stolen),
        4 => Bought("2020-06-15"),
        5 => Recovered("2019-12-31"),
        6 => Undated(),
        _ => Transfer(TransferKind.Loan, "2014-01-01"),
    };

    private static ChainFindings Find(params IReadOnlyList<object> events) => ChainFindings.Of(ChainBuilder.Build(Register(events), IntakeOn), IntakeOn);

    private static FirearmTransferred Sold(string on) => Transfer(TransferKind.Sale, on, Other);

    private static FirearmTransferred Bought(string on) => Transfer(TransferKind.Sale, on) with { From = Other };

    private static FirearmReportedLost Undated() =>
        new(Guid.CreateVersion7(), LossKind.Stolen, Known<PartialDate>.Unknown, On("2019-01-01"), Short("REP-1"));
}
