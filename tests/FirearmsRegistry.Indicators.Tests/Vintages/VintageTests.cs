using System.Text;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Tests.Vintages;

public sealed class VintageTests
{
    private static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();
    private static readonly VintageKey Key2020 = new(2020, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable);
    private static readonly Guid FirstItem = new("0192a000-0000-7000-8000-000000000001");
    private static readonly Guid SecondItem = new("0192a000-0000-7000-8000-000000000002");
    private static readonly Guid OtherItem = new("0192a000-0000-7000-8000-000000000003");

    [Fact]
    public void Two_late_foreign_answers_make_a_revision_that_names_figures_lines_and_items()
    {
        var before = Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4));
        var after = Freeze(Content("ESP-2020-2", PublicFigures.Seized("ESP", 2020) with { ForeignRegistry = 129, Pending = 101 }, version: 5));

        var difference = VintageDifference.Between(before, after);

        Assert.Equal((46.28m, 46.39m), (before.Find(Key2020)!.Percent, after.Find(Key2020)!.Percent));
        Assert.Equal(3, difference.Figures.Count);
        var figure = difference.Figures.Single(each => each.Key == Key2020);
        Assert.Equal((FigureChange.Revised, 820, 822, false), (figure.Change, figure.Before!.Numerator, figure.After!.Numerator, figure.FormulaChanged));
        Assert.Equal([new LineChange("t1.3", 127, 129), new LineChange("t1.5", 103, 101)], figure.Lines);
        Assert.Equal([new ItemDifference(FirstItem, 2020, 4, 5), new ItemDifference(SecondItem, 2020, 4, 5)], difference.Items);
    }

    [Fact]
    public void An_earlier_vintage_stays_as_it_was_published()
    {
        var published = Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4));

        var again = Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4));

        Assert.Equal(published.Digest, again.Digest);
        Assert.Equal(64, published.Digest.Length);
        Assert.Equal("sdg-16-4-2/potentially_traceable/1", published.Find(Key2020)!.FormulaId);
    }

    [Fact]
    public void The_digest_is_of_the_content_and_not_of_its_order()
    {
        var content = Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4);

        var turned = content with { Figures = [.. content.Figures.Reverse()], Inputs = [.. content.Inputs.Reverse()] };

        Assert.Equal(Freeze(content).Digest, Freeze(turned).Digest);
        Assert.NotEqual(Freeze(content).Digest, Freeze(content with { HighestSequence = 8 }).Digest);
        Assert.NotEqual(Freeze(content).Digest, Freeze(content with { StructureVersion = "1.23" }).Digest);
    }

    [Fact]
    public void The_bytes_that_are_signed_hold_the_inputs_and_no_derived_sums()
    {
        var text = Encoding.UTF8.GetString(Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4)).CanonicalBytes.Span);

        Assert.Contains("\"formulaId\":\"sdg-16-4-2/potentially_traceable/1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"legitimateOwner\":4817", text, StringComparison.Ordinal);
        Assert.DoesNotContain("effectiveUniquelyIdentifiable", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_another_formula_are_told_apart()
    {
        var content = Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4);
        var recomputed = content with
        {
            Label = "ESP-2020-2",
            Figures = [.. content.Figures.Select(figure => figure with { FormulaId = figure.FormulaId.Replace("/1", "/2", StringComparison.Ordinal) })],
        };

        Assert.All(VintageDifference.Between(Freeze(content), Freeze(recomputed)).Figures, figure => Assert.True(figure.FormulaChanged));
    }

    [Fact]
    public void New_and_missing_figures_are_told_with_their_items()
    {
        var content = Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4);
        var later = content with
        {
            Label = "ESP-2020-2",
            Figures = [.. content.Figures.Where(figure => figure.Key != Key2020)],
            Inputs = [content.Inputs[0], new(OtherItem, 2021, 1)],
        };

        var difference = VintageDifference.Between(Freeze(content), Freeze(later));

        Assert.Equal(FigureChange.Removed, Assert.Single(difference.Figures).Change);
        Assert.Equal([new ItemDifference(SecondItem, 2020, 4, null)], difference.Items);
    }

    [Fact]
    public void Two_years_come_from_the_frozen_figures()
    {
        var vintage = Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4) with
        {
            Figures = [Figure(2019, PublicFigures.Seized("ESP", 2019)), Figure(2020, PublicFigures.Seized("ESP", 2020))],
        });

        Assert.Equal((48.23m, 2019), Pair(vintage.TwoYears(TwoYearRule.Mean, Key2020 with { Year = 2019 })));
        Assert.Equal((48.44m, 2020), Pair(vintage.TwoYears(TwoYearRule.Pooled, Key2020 with { Year = 2019 })));
        Assert.Null(vintage.TwoYears(TwoYearRule.Mean, Key2020));

        static (decimal?, int?) Pair(TwoYearFigure? figure) => (figure!.Percent, figure.LabelYear);
    }

    [Fact]
    public void A_message_says_that_a_numerator_was_not_reported_and_is_taken_for_zero()
    {
        var source = new CountSource(OtherItem, "Ministry", new string('a', 64));
        VintageFigure Of(int year, OutcomeCounts counts) => VintageFigure.Of(
            year, FigureIntake.Seized, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, counts), null, source: source);
        var vintage = Freeze(Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4) with
        {
            Figures = [Of(2018, new OutcomeCounts { Pending = 0, NotIdentified = 70 }), Of(2019, new OutcomeCounts { IllegitimateOwner = 0, NotIdentified = 70 })],
        });

        var rows = VintageRows.Of(vintage, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable);
        var told = FigureObservations.Of(SdmxStructures.BuiltIn.Find("1.22")!, rows, VintageRows.PendingIn(vintage));

        Assert.Equal([(0.00m, true), (0.00m, false)], rows.Select(row => (row.Value!.Value, row.NumeratorNotReported)));
        Assert.Equal(["U", "A"], told.Select(one => one.Values["OBS_STATUS"]));
        Assert.Equal("Lines 1.2 to 1.4 were not reported and are taken for zero.", told[0].Values["COMMENT_OBS"]);
        Assert.True(Assert.Single(VintageRows.Of(vintage, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable, TwoYear.Mean), row => row.Year == 2018).NumeratorNotReported);
    }

    [Fact]
    public void What_a_file_left_out_stays_unknown_in_the_bytes_that_are_signed_and_is_read_back()
    {
        var content = Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4);
        var vintage = Freeze(content with { Figures = [.. content.Figures.Select(figure => figure with { Excluded = null })] });

        Assert.Contains("\"excluded\":null", Encoding.UTF8.GetString(vintage.CanonicalBytes.Span), StringComparison.Ordinal);
        Assert.All(FrozenVintage.Read(vintage.CanonicalBytes).Content.Figures, figure => Assert.Null(figure.Excluded));
        Assert.DoesNotContain("numeratorNotReported", Encoding.UTF8.GetString(vintage.CanonicalBytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_check_needs_a_written_reason()
    {
        var finding = TableChecks.OfOutcomes(Intake.Seized, PublicFigures.Seized("ESP", 2016)).Single();
        var content = Content("ESP-2016-1", PublicFigures.Seized("ESP", 2016), version: 1);

        var without = FrozenVintage.Freeze(content with { Findings = [new(2016, finding, " ")] });
        var with = FrozenVintage.Freeze(content with { Findings = [new(2016, finding, "As reported; the source cannot be repaired.")] });

        Assert.False(without.TryGet(out _, out var fault));
        Assert.Equal("vintage-finding-without-reason", fault.Name);
        Assert.True(with.IsOk);
    }

    [Theory]
    [InlineData("vintage-without-label")]
    [InlineData("vintage-without-figures")]
    [InlineData("vintage-figure-twice")]
    [InlineData("vintage-input-twice")]
    public void What_is_no_vintage_is_refused(string name)
    {
        var content = Content("ESP-2020-1", PublicFigures.Seized("ESP", 2020), version: 4);
        content = name switch
        {
            "vintage-without-label" => content with { Label = " " },
            "vintage-without-figures" => content with { Figures = [] },
            "vintage-figure-twice" => content with { Figures = [.. content.Figures, content.Figures[0]] },
            _ => content with { Inputs = [.. content.Inputs, content.Inputs[0]] },
        };

        Assert.False(FrozenVintage.Freeze(content).TryGet(out _, out var fault));
        Assert.Equal(name, fault.Name);
    }

    [Fact]
    public void Vintages_of_different_States_are_not_compared()
    {
        var content = Content("1", PublicFigures.Seized("ESP", 2020), version: 4);

        Assert.Throws<ArgumentException>(() =>
            VintageDifference.Between(Freeze(content), Freeze(content with { Country = CountryCode.Parse("FRA").GetOrThrow() })));
    }

    private static FrozenVintage Freeze(VintageContent content) => FrozenVintage.Freeze(content).GetOrThrow();

    private static VintageFigure Figure(int year, OutcomeCounts counts, IndicatorVariant variant = IndicatorVariant.PotentiallyTraceable) =>
        VintageFigure.Of(year, FigureIntake.Seized, IndicatorFigure.Compute(variant, counts), Exclusions.None);

    private static VintageContent Content(string label, OutcomeCounts counts, long version) => new(
        label, Spain, new DateTimeOffset(2021, 9, 30, 0, 0, 0, TimeSpan.Zero), "1.22", 7,
        [.. Enum.GetValues<IndicatorVariant>().Select(variant => Figure(2020, counts, variant))],
        [new(FirstItem, 2020, version), new(SecondItem, 2020, version)], []);
}
