using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.Showing;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class ChoosingSourceTests
{
    private static readonly DateTimeOffset Monday = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();

    private static readonly Guid FileId = new("0198c0de-0000-7000-8000-00000000000f");

    private static readonly CountFile File = new() { Id = FileId, Source = Words("UNODC data portal"), Sha256 = PhotoHash.Parse(new string('a', 64)).GetOrThrow() };

    private static readonly CountSource Source = new(FileId, "UNODC data portal", new string('a', 64));

    [Fact]
    public void A_choice_is_recorded_with_the_file_and_the_reason()
    {
        var chosen = Assert.IsType<YearSourceChosen>(Assert.Single(Decide(2017, FileId).Value));

        Assert.Equal(new YearSourceChosen(2017, FileId, File.Source, File.Sha256, Words("Paper.")), chosen);
    }

    [Theory]
    [InlineData(1989, true, true, "invalid-input")]
    [InlineData(2101, true, true, "invalid-input")]
    [InlineData(2017, false, true, "invalid-input")]
    [InlineData(2017, true, false, "count-file-without-year")]
    public void A_choice_that_no_counts_stand_behind_is_refused(int year, bool file, bool tables, string problem) =>
        Assert.Equal(problem, Decide(year, FileId, null, file, tables).Refusal!.Name);

    [Fact]
    public void Choosing_what_holds_already_is_refused_and_the_register_can_be_chosen_again()
    {
        Assert.Equal(YearSourceErrors.NothingChanged, Decide(2017, FileId, Chosen(FileId)).Refusal!.Name);
        Assert.Equal(YearSourceErrors.NothingChanged, Decide(2017, null, Chosen(FileId, null)).Refusal!.Name);
        Assert.Null(Assert.IsType<YearSourceChosen>(Assert.Single(Decide(2017, null, Chosen(FileId)).Value)).CountFileId);
    }

    [Fact]
    public void What_held_at_a_moment_is_the_last_choice_up_to_it()
    {
        var source = Chosen(FileId, null);

        Assert.Null(source.At(Monday.AddSeconds(-1)));
        Assert.Equal(Source, source.At(Monday));
        Assert.Null(source.At(Monday.AddDays(1)));
        Assert.Null(source.At(null));
        Assert.Equal([FigureSourceKind.CountFile, FigureSourceKind.Register], source.Choices.Select(choice => choice.Source.Kind));
    }

    [Fact]
    public void A_figure_of_chosen_counts_has_their_lines_and_names_them_and_nothing_of_the_register_is_in_it()
    {
        ReportedTable Table(Intake intake, long owner, long pending) => new(Spain, 2017, intake, OutcomeCounts.FromTallies(
            [new(OutcomeLine.IllegitimateOwner, owner), new(OutcomeLine.Pending, pending)]));
        var inputs = new YearInputs([Table(Intake.Seized, 212, 70), Table(Intake.Found, 1, 1)], Source);

        Figure Of(FigureIntake intake) => Figure.Of(Spain, 2017, intake, IndicatorVariant.PotentiallyTraceable, inputs.Of(intake), Monday, Monday);

        Assert.Equal((212L, 282L, FigureSource.Of(Source)), (Of(FigureIntake.Seized).Numerator, Of(FigureIntake.Seized).Denominator, Of(FigureIntake.Seized).Source));
        Assert.Equal((213L, 284L), (Of(FigureIntake.All).Numerator, Of(FigureIntake.All).Denominator));
        Assert.Equal(FigureStatus.NotReported, Of(FigureIntake.Surrendered).Status);
        Assert.Contains("UNODC data portal (aaaaaaaa), not of this register's cases", Of(FigureIntake.Seized).Note, StringComparison.Ordinal);
        Assert.Null(inputs.HighestSequence);
        Assert.Null(Of(FigureIntake.Seized).Excluded);
    }

    [Fact]
    public void A_vintage_of_a_file_does_not_know_what_was_left_out_and_says_where_the_numerator_was_not_reported()
    {
        var table = new ReportedTable(Spain, 2017, Intake.Seized, new OutcomeCounts { Pending = 70 });

        var frozen = Frozen(new YearInputs([table], Source));

        Assert.Equal((0L, 70L, null), (frozen.Numerator, frozen.Denominator, frozen.Excluded));
        Assert.True(frozen.NumeratorNotReported);
        Assert.True(PublicFigure.Of(frozen).NumeratorNotReported);
        Assert.True(FrozenFigure.Of(frozen).NumeratorNotReported);
        Assert.False(PublicFigure.Suppressed(frozen).NumeratorNotReported);
        Assert.True(Figure.Of(Spain, 2017, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable,
            new YearInputs([table], Source).Of(FigureIntake.Seized), Monday, Monday).NumeratorNotReported);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_vintage_of_the_register_says_as_always_that_nothing_was_left_out(bool anyItem)
    {
        var frozen = Frozen(new YearInputs(new YearOfArms([], anyItem)));

        Assert.Equal(Exclusions.None, frozen.Excluded);
        Assert.False(frozen.NumeratorNotReported);
    }

    private static VintageFigure Frozen(YearInputs inputs) =>
        VintageComputation.Of(2017, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable, inputs.Of(FigureIntake.Seized));

    private static FirearmsRegistry.Registry.Shared.Refusing.Result<IReadOnlyList<object>> Decide(
        int year, Guid? file, YearSource? current = null, bool there = true, bool tables = true) =>
        ChooseYearSource.Decide(new ChooseYearSource(year, file, Words("Paper.")), current, there && file is not null ? File : null, tables);

    private static YearSource Chosen(params Guid?[] files)
    {
        var source = new YearSource();
        foreach (var (day, file) in files.Index())
        {
            source.Apply(new Event<YearSourceChosen>(new YearSourceChosen(2017, file, file is null ? null : File.Source, file is null ? null : File.Sha256, Words("Paper.")))
            {
                Timestamp = Monday.AddDays(day),
            });
        }

        return source;
    }

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}
