using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Vintages.Comparing;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Vintages;

public sealed class RevisionCausesTests
{
    private static readonly DateTimeOffset Monday = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CountSource File = new(new("0198c0de-0000-7000-8000-00000000000f"), "UNODC", new string('a', 64));

    [Fact]
    public void What_was_said_of_a_row_between_the_two_moments_is_a_cause_and_nothing_before_or_after()
    {
        var causes = RevisionCauses.Of(Country("ESP"), 2020, File, [Said(0), Said(1), Said(2), Said(3)], Monday, Monday.AddDays(2)).ToList();

        Assert.Equal([Monday.AddDays(1), Monday.AddDays(2)], causes.Select(cause => cause.RecordedAt));
        Assert.All(causes, cause =>
        {
            Assert.Equal((RevisionCauseKind.ContestedCountAssigned, FigureSource.Of(File), 2020), (cause.Kind, cause.Source, cause.Year));
            Assert.Equal([Role.Statistician], cause.RecordedBy);
            Assert.Equal((9L, Known.Of(20L)), (cause.Count!.Line, cause.Count.Value));
        });
    }

    [Theory]
    [InlineData("GBR", 2020)]
    [InlineData("ESP", 2019)]
    public void What_was_said_of_another_State_or_year_moved_nothing(string country, int year) =>
        Assert.Empty(RevisionCauses.Of(Country("ESP"), 2020, File, [Said(1, country, year)], Monday, Monday.AddDays(2)));

    [Fact]
    public void A_source_chosen_between_the_two_moments_is_a_cause_with_its_reason()
    {
        var source = new YearSource();
        foreach (var day in new[] { 0, 1 })
        {
            source.Apply(new Event<YearSourceChosen>(new YearSourceChosen(2020, day == 0 ? File.FileId : null, day == 0 ? Words("UNODC") : null,
                day == 0 ? PhotoHash.Parse(File.Sha256).GetOrThrow() : null, Words($"Day {day}")))
            { Timestamp = Monday.AddDays(day) });
        }

        var cause = Assert.Single(RevisionCauses.Of(source, Monday, Monday.AddDays(5)));

        Assert.Equal((RevisionCauseKind.YearSourceChosen, FigureSource.Register, "Day 1"), (cause.Kind, cause.Source, cause.Reason.ToString()));
        Assert.Null(cause.Count);
        Assert.Empty(RevisionCauses.Of(null, Monday, Monday.AddDays(5)));
    }

    private static Event<ContestedCountAssigned> Said(int day, string country = "ESP", int year = 2020) => new(new ContestedCountAssigned(
        9, Known.Of(20L), Country(country), year, Code("arms_seized"), Code("tracing"), Code("illegitimate_owner"), CountedSex.Total, Words("UNODC says so.")))
    { Timestamp = Monday.AddDays(day) };

    private static CountryCode Country(string code) => CountryCode.Parse(code).GetOrThrow();

    private static CountCode Code(string code) => CountCode.Parse(code).GetOrThrow();

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}
