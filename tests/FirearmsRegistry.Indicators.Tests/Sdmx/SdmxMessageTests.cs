using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;
using static FirearmsRegistry.Indicators.Tests.Sdmx.SdmxCase;

namespace FirearmsRegistry.Indicators.Tests.Sdmx;

public sealed class SdmxMessageTests
{
    public static TheoryData<SdmxFormat> Formats => [.. Enum.GetValues<SdmxFormat>()];

    [Fact]
    public void Spain_2020_is_written_with_every_dimension_and_without_leading_zeros()
    {
        var text = Text(SdmxFormat.Csv2, Observations(TwoYear.None, "ESP"));

        Assert.StartsWith(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,URBANISATION,INCOME_WEALTH_QUANTILE,EDUCATION_LEV,OCCUPATION,"
            + "CUST_BREAKDOWN,COMPOSITE_BREAKDOWN,DISABILITY_STATUS,ACTIVITY,PRODUCT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,NATURE,"
            + "TIME_DETAIL,SOURCE_DETAIL\n",
            text, StringComparison.Ordinal);
        Assert.Contains(
            "\ndataflow,IAEG-SDGs:DF_SDG_GLC(1.22),R,A,N,VC_ARM_SZTRACE,724,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2020,46.28,A,0,PT,C,2020,"
            + "\"IAFQ table 5.1, formula sdg-16-4-2/potentially_traceable/1, 820 of 1772 arms\"\n",
            text, StringComparison.Ordinal);
        Assert.Contains(",VC_ARM_SZTRACE,36,", Text(SdmxFormat.Csv1, Observations(TwoYear.None, "AUS")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_is_read_back_the_same_and_passes_the_check(SdmxFormat format)
    {
        foreach (var twoYear in Enum.GetValues<TwoYear>())
        {
            var observations = Observations(twoYear);

            var reading = SdmxReader.Read(Text(format, observations), Structure);

            Assert.Empty(reading.Findings);
            Assert.Empty(SdmxCheck.Of(Structure, reading.Observations));
            Assert.Equal(Sorted(observations), Sorted(reading.Observations));
        }
    }

    [Theory]
    [InlineData(FigureRowStatus.NoDenominator, 0, "M")]
    [InlineData(FigureRowStatus.NotReported, null, "O")]
    public void A_figure_without_value_has_a_status_and_never_a_zero(FigureRowStatus status, int? denominator, string code)
    {
        var row = Row(status) with { Years = [], Numerator = denominator, Denominator = denominator, Value = null };

        var observation = Assert.Single(FigureObservations.Of(Structure, [row], _ => true));

        Assert.Equal((code, null), (observation["OBS_STATUS"], observation["OBS_VALUE"]));
        foreach (var format in Enum.GetValues<SdmxFormat>())
        {
            var read = Assert.Single(SdmxReader.Read(Text(format, [observation]), Structure).Observations);
            Assert.Equal((code, null), (read["OBS_STATUS"], read["OBS_VALUE"]));
            Assert.Empty(SdmxCheck.Of(Structure, [read]));
        }
    }

    [Fact]
    public void A_figure_with_pending_traces_is_provisional()
    {
        ReportedTable[] tables = [new(Row().Country, 2020, Intake.Seized, new OutcomeCounts { Pending = 103 })];

        var seized = Assert.Single(FigureObservations.Of(Structure, [Row()], FigureObservations.PendingIn(tables)));
        var found = Assert.Single(FigureObservations.Of(Structure, [Row() with { Intake = FigureIntake.Found }], FigureObservations.PendingIn(tables)));

        Assert.Equal(("P", "Traces are pending."), (seized["OBS_STATUS"], seized["COMMENT_OBS"]));
        Assert.Equal("D", found["OBS_STATUS"]);
    }

    [Fact]
    public void Other_intakes_and_formulas_stand_under_breakdowns_of_their_own()
    {
        FigureRow[] rows = [Row(), Row() with { Intake = FigureIntake.Found }, Row() with { Variant = IndicatorVariant.MetadataLiteral }];

        var observations = FigureObservations.Of(Structure, rows, _ => false);

        Assert.Equal([("_T", null), ("C03", true), ("C01", true)],
            observations.Select(one => (one["CUST_BREAKDOWN"], one["CUST_BREAKDOWN_LB"] is { Length: > 0 } ? true : (bool?)null)));
        foreach (var format in Enum.GetValues<SdmxFormat>())
        {
            var reading = SdmxReader.Read(Text(format, observations), Structure);
            Assert.Empty(reading.Findings.Concat(SdmxCheck.Of(Structure, reading.Observations)));
            Assert.Equal(Sorted(observations), Sorted(reading.Observations));
        }

        Assert.All(Enum.GetValues<FigureIntake>().SelectMany(intake => Enum.GetValues<IndicatorVariant>().Select(variant => (intake, variant))),
            kind => Assert.Null(FigureObservations.CannotSay(Structure, kind.intake, kind.variant)));
    }

    [Fact]
    public void Two_years_are_told_as_the_published_series_tells_them()
    {
        var observation = Observations(TwoYear.Mean, "ESP").Single(each => each["TIME_PERIOD"] == "2018");

        Assert.Equal(("53.71", "2018-2019", "2018-2019 average based on available data."),
            (observation["OBS_VALUE"], observation["TIME_DETAIL"], observation["COMMENT_OBS"]));
    }

    [Fact]
    public void The_structure_comes_from_files_so_that_a_new_version_needs_no_new_program()
    {
        var directory = Directory.CreateTempSubdirectory("sdmx");
        try
        {
            var (text, codes) = (Embedded("sdg-1.22.json"), Embedded("sdg-codes-1.4.json"));
            File.WriteAllText(Path.Combine(directory.FullName, "sdg-1.30.json"), text.Replace("1.22", "1.30", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(directory.FullName, "sdg-codes-1.4.json"), codes);
            File.WriteAllText(Path.Combine(directory.FullName, "sdg-1.9.json"), text.Replace("\"agency\"", "\"agent\"", StringComparison.Ordinal));

            var structures = SdmxStructures.In(directory);

            Assert.Equal(["1.9", "1.30"], structures.Versions);
            Assert.Equal("IAEG-SDGs:DF_SDG_GLC(1.30)", structures.Find("1.30")!.DataflowReference);
            Assert.Null(structures.Find("1.22"));
            Assert.Throws<InvalidDataException>(() => structures.Find("1.9"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(SdmxStructures).Assembly.GetManifestResourceStream("sdmx/" + name)!);
        return reader.ReadToEnd();
    }

    private static FigureRow Row(FigureRowStatus status = FigureRowStatus.Ok) => new(CountryCode.Parse("ESP").GetOrThrow(), 2020, [2020],
        FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable, TwoYear.None, 820, 1772, 46.28m, status, NumeratorNotReported: false);

    private static IEnumerable<string> Sorted(IEnumerable<SdmxObservation> observations) => observations
        .Select(each => string.Join(' ', each.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")))
        .Order(StringComparer.Ordinal);
}
