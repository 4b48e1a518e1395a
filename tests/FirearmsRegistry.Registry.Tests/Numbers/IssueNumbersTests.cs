using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.ExplainingGaps;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Shared.Texts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Numbers;

public sealed class IssueNumbersTests
{
    private static readonly SeriesCode Code = SeriesCode.Parse("GH26A").GetOrThrow();
    private static readonly HashSet<Guid> NoFirearms = [];

    [Fact]
    public void The_first_numbers_of_a_series_are_those_of_the_published_example()
    {
        var issued = Issue(Series(), 4);

        Assert.Equal(["GH26A0000001TG", "GH26A0000002SR", "GH26A0000003S2", "GH26A0000004RD"], issued.Numbers().Select(n => n.ToString()));
    }

    [Property(MaxTest = 60)]
    public Property Whatever_is_issued_one_after_the_other_never_repeats_and_never_leaves_a_gap_without_reason(PositiveInt[] counts) =>
        Prop.ToProperty(Holds([.. counts.Take(6).Select(count => 1 + (count.Get % IssueNumbers.Most))]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(int.MaxValue)]
    public void A_count_outside_1_to_1000_is_refused(int count)
    {
        var refusal = IssueNumbers.Decide(Series(), new IssueNumbers(Guid.Empty, count, null), NoFirearms).Refusal;

        Assert.Equal("/count", Assert.Single(refusal!.Errors).Pointer);
    }

    [Fact]
    public void A_series_that_is_used_up_is_refused_with_what_is_left()
    {
        var series = Series();
        series.Apply(new NumbersIssued(Code, 1, NationalNumber.MaxRunning - 3, 100));

        var refusal = IssueNumbers.Decide(series, new IssueNumbers(Guid.Empty, 5, null), NoFirearms).Refusal;

        Assert.Equal("series-exhausted", refusal!.Name);
    }

    [Fact]
    public void Each_firearm_gets_one_number_and_each_number_one_firearm()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        HashSet<Guid> registered = [first, second];

        var both = IssueNumbers.Decide(Series(), new IssueNumbers(Guid.Empty, 2, [first, second]), registered);
        var twice = IssueNumbers.Decide(Series(), new IssueNumbers(Guid.Empty, 2, [first, first]), registered);
        var fewer = IssueNumbers.Decide(Series(), new IssueNumbers(Guid.Empty, 2, [first]), registered);
        var unknown = IssueNumbers.Decide(Series(), new IssueNumbers(Guid.Empty, 2, [first, second]), NoFirearms);

        Assert.Equal([first, second], both.Value.FirearmIds!);
        Assert.Equal("/firearmIds/1", Assert.Single(twice.Refusal!.Errors).Pointer);
        Assert.Equal("/firearmIds", Assert.Single(fewer.Refusal!.Errors).Pointer);
        Assert.Equal(["/firearmIds/0", "/firearmIds/1"], unknown.Refusal!.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void A_series_has_one_id_for_ever()
    {
        Assert.Equal(NumberSeries.IdOf(Code), NumberSeries.IdOf(SeriesCode.Parse("GH26A").GetOrThrow()));
        Assert.NotEqual(NumberSeries.IdOf(Code), NumberSeries.IdOf(SeriesCode.Parse("GH26S").GetOrThrow()));
        Assert.Equal(8, NumberSeries.IdOf(Code).Version);
    }

    [Fact]
    public void A_number_that_is_missing_is_told_from_one_that_is_skipped()
    {
        var issued = Issue(Series(), 100).Numbers().ToDictionary(number => number.Running, Row);
        issued.Remove(1);
        issued[2] = issued[2] with { State = NumberState.Void, Reason = Note.Parse("Lost.").GetOrThrow() };

        var gaps = NumberGap.Explain(Code, 1, issued.Keys.Max(), issued).ToList();

        Assert.Equal(GapKind.Unexplained, gaps[0].Kind);
        Assert.Equal(GapKind.Void, gaps[1].Kind);
        Assert.All(gaps.Skip(2), gap => Assert.Equal(GapKind.Skipped, gap.Kind));
    }

    private static bool Holds(IReadOnlyList<int> counts)
    {
        var series = Series();
        var issued = new List<NationalNumber>();
        foreach (var count in counts)
        {
            var happened = Issue(series, count);
            var numbers = happened.Numbers().ToList();
            if (numbers.Count != count || numbers[0].Running != happened.FirstRunning || numbers[^1].Running != happened.LastRunning)
                return false;
            issued.AddRange(numbers);
            series.Apply(happened);
        }

        var gaps = NumberGap.Explain(Code, 1, series.Highest, issued.ToDictionary(number => number.Running, Row)).ToList();
        return issued.Distinct().Count() == counts.Sum()
            && series.Issued == counts.Sum()
            && gaps.All(gap => gap.Kind == GapKind.Skipped)
            && issued.Count + gaps.Count == series.Highest;
    }

    private static NumbersIssued Issue(NumberSeries series, int count) =>
        IssueNumbers.Decide(series, new IssueNumbers(series.Id, count, null), NoFirearms).Value;

    private static IssuedNumber Row(NationalNumber number) => new(number, number.Printed, Guid.Empty, number.Running,
        NumberState.Reserved, null, DateTimeOffset.UnixEpoch, "somebody", null, 1);

    private static NumberSeries Series()
    {
        var series = new NumberSeries { Id = NumberSeries.IdOf(Code) };
        series.Apply(new Event<NumberSeriesOpened>(
            new NumberSeriesOpened(CountryCode.Parse("GHA").GetOrThrow(), 2026, ClassLetter.Civil)));
        return series;
    }
}
