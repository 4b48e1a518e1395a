using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class ImportedCountTests
{
    private static readonly CountSubject Subject =
        new(2020, Code("persons_arrested_or_suspected"), Code("sex"), Code("persons"), CountedSex.Female);

    [Fact]
    public void A_count_that_is_zero_none_or_unknown_is_taken_over_as_it_is()
    {
        foreach (var value in new[] { Known.Of(0L), Known<long>.None, Known<long>.Unknown })
            Assert.Equal(new CountImported(Subject, value, Source), Assert.Single(ImportCount.Decide(new ImportCount(Subject, value, Source), null).Value));
    }

    [Fact]
    public void A_negative_count_of_no_year_is_refused_with_both_members() => Assert.Equal(["/year", "/value/value"],
        ImportCount.Decide(new ImportCount(Subject with { Year = 0 }, Known.Of(-1L), Source), null).Refusal!.Errors.Select(error => error.Pointer));

    [Theory]
    [InlineData(1989, 1, "/year")]
    [InlineData(2101, 1, "/year")]
    [InlineData(1990, 1_000_000_000_000, "/value/value")]
    public void A_year_outside_of_those_of_counts_and_a_count_that_is_too_large_are_refused(int year, long count, string pointer)
    {
        var subject = Subject with { Year = year };

        Assert.Equal([pointer], ImportCount.Decide(new ImportCount(subject, Known.Of(count), Source), null).Refusal!.Errors.Select(error => error.Pointer));
        Assert.Null(ImportCount.Decide(new ImportCount(subject with { Year = 2100 }, Known.Of(999_999_999_999), Source), null).Refusal);
    }

    [Fact]
    public void A_subject_is_counted_once() =>
        Assert.NotNull(ImportCount.Decide(new ImportCount(Subject, Known.Of(1L), Source), new ImportedCount { Id = Subject.CountId() }).Refusal);

    [Fact]
    public void A_correction_keeps_the_old_value_and_one_that_says_the_same_is_refused()
    {
        var count = new ImportedCount { Id = Subject.CountId(), Value = Known.Of(4L), Source = Source };

        var corrected = CorrectImportedCount.Decide(count, new CorrectImportedCount(count.Id, Known.Of(5L), Source, Reason)).Value;

        Assert.Equal(new ImportedCountCorrected(Known.Of(4L), Known.Of(5L), Source, Reason), Assert.Single(corrected));
        Assert.NotNull(CorrectImportedCount.Decide(count, new CorrectImportedCount(count.Id, Known.Of(4L), Source, Reason)).Refusal);
    }

    [Fact]
    public void The_same_subject_has_the_same_id_and_another_one_another()
    {
        Assert.Equal(Subject.CountId(), (Subject with { }).CountId());
        Assert.Equal(5, new[]
        {
            Subject, Subject with { Year = 2021 }, Subject with { Sex = CountedSex.Male }, Subject with { Category = Code("other") },
            Subject with { Dimension = Code("age") },
        }.Select(subject => subject.CountId()).Distinct().Count());
    }

    private static ShortText Source => ShortText.Parse("Ministry of the Interior").GetOrThrow();

    private static Note Reason => Note.Parse("Revised.").GetOrThrow();

    private static CountCode Code(string code) => CountCode.Parse(code).GetOrThrow();
}
