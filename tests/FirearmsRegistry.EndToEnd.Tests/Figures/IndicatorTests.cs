using System.Globalization;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class IndicatorTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/indicators/sdg-16-4-2";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    [Fact]
    public async Task Spain_2020_gives_the_published_figure_and_its_tables()
    {
        await WriteAsync([.. Spain2020.Rows()]);

        foreach (var (variant, published) in Spain2020.Published["figures"]!.AsObject())
        {
            var figure = (await Statistician.GetAsync($"{Route}?year=2020&variant={variant}")).Expect(200).Body!;
            Assert.Equal(published!["numerator"]!.GetValue<long>(), figure["numerator"]!.GetValue<long>());
            Assert.Equal(published["denominator"]!.GetValue<long>(), figure["denominator"]!.GetValue<long>());
            Assert.Equal(published["percent"]!.GetValue<decimal>(), figure["percent"]!.GetValue<decimal>());
            Assert.Equal($"sdg-16-4-2/ESP/2020/seized/{variant}", figure["id"]!.GetValue<string>());
            foreach (var (line, count) in Spain2020.Published["byOutcomeLine"]!.AsObject())
                Assert.Equal(count!.GetValue<long>(), figure["inputs"]![line]!.GetValue<long>());
        }

        var all = (await Statistician.GetAsync($"{Route}/year-figures?year=2020")).Expect(200).Body!;
        Assert.Equal(12, all["figures"]!.AsArray().Count);
        // The years beside have nothing: each value stands on 2020 alone, and under it.
        Assert.All(all["overTwoYears"]!.AsArray().Where(value => value!["intake"]!.GetValue<string>() == "seized"), value => Assert.Equal(
            (2020, Spain2020.Published["figures"]![value!["variant"]!.GetValue<string>()]!["percent"]!.GetValue<decimal>()),
            (value["labelYear"]!.GetValue<int>(), value["percent"]!.GetValue<decimal>())));

        var tables = (await Statistician.GetAsync($"{Route}/tables?year=2020")).Expect(200).Body!;
        foreach (var (by, published) in new[]
                 {
                     ("type", "byType"), ("location", "byLocation"), ("condition", "byCondition"), ("marking", "byMarking"),
                     ("legal_justification", "byLegalJustification"), ("suspected_offence", "bySuspectedOffence"), ("outcome_line", "byOutcomeLine"),
                 })
        {
            var cells = tables["tables"]!.AsArray().Single(table => table!["by"]!.GetValue<string>() == by)!["cells"]!.AsArray()
                .ToDictionary(cell => cell!["category"]!.GetValue<string>(), cell => cell!["count"]!.GetValue<long>());
            foreach (var (category, count) in Spain2020.Published[published]!.AsObject())
                Assert.Equal((by, category, count!.GetValue<long>()), (by, category, cells[category]));
        }

        foreach (var (member, published) in new[] { ("arms", "armsSeized"), ("cases", "cases"), ("parts", "parts"), ("ammunition", "ammunition") })
            Assert.Equal((member, (long)Spain2020.Count(published)), (member, tables[member]!["count"]!.GetValue<long>()));

        var open = await Statistician.Http.GetStringAsync(
            new Uri($"{Route}/year-tables/file?year=2020&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("ESP,2020,seized,location,land_borders,,suppressed,register", open, StringComparison.Ordinal);
        Assert.Contains("ESP,2020,seized,total,total,7782,reported,register", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_items_is_not_reported_and_a_year_without_such_items_is_zero()
    {
        await WriteAsync([new FactRows(1991, "found")]);

        var nothing = (await Statistician.GetAsync($"{Route}?year=1990")).Expect(200).Body!;
        var zero = (await Statistician.GetAsync($"{Route}?year=1991")).Expect(200).Body!;

        Assert.Equal("not_reported", nothing["status"]!.GetValue<string>());
        Assert.Null(nothing["denominator"]);
        Assert.Equal("zero_denominator", zero["status"]!.GetValue<string>());
        Assert.Equal(0, zero["denominator"]!.GetValue<long>());
        Assert.False(zero.AsObject().ContainsKey("percent"));
        Assert.Null((await Statistician.GetAsync($"{Route}/tables?year=1990")).Body!["arms"]!["count"]);
        Assert.Equal(0, (await Statistician.GetAsync($"{Route}/tables?year=1991")).Body!["arms"]!["count"]!.GetValue<long>());
    }

    [Fact]
    public async Task Only_the_inputs_leave_out_administrative_seizures_antiques_and_duplicates()
    {
        await WriteAsync(
        [
            new FactRows(1992) { Line = "1.2" },
            new FactRows(1992) { Line = "1.7" },
            new FactRows(1992) { Line = "1.2", LegalBasis = "administrative" },
            new FactRows(1992) { Line = "1.2", Antique = true },
            new FactRows(1992) { Line = "1.2", Duplicate = true },
            new FactRows(1992) { Line = "2.a", EstablishedElsewhere = true },
            new FactRows(1992) { Line = null },
        ]);

        var figure = (await Statistician.GetAsync($"{Route}?year=1992")).Expect(200).Body!;
        var tables = (await Statistician.GetAsync($"{Route}/tables?year=1992")).Expect(200).Body!;

        Assert.Equal("50.00", figure["percent"]!.ToJsonString());
        Assert.Equal("""{"administrative":1,"antique":1,"duplicate":1,"total":3}""", figure["excluded"]!.ToJsonString());
        Assert.Equal(1, figure["establishedElsewhere"]!.GetValue<long>());
        Assert.Equal(1, figure["undecided"]!.GetValue<long>());
        Assert.True(figure["lowDenominator"]!.GetValue<bool>());
        Assert.Equal((6L, 1L), (tables["arms"]!["count"]!.GetValue<long>(), tables["arms"]!["administrative"]!.GetValue<long>()));
        Assert.Equal(1, tables["antiques"]!["count"]!.GetValue<long>());
        Assert.Equal(1, tables["duplicates"]!["count"]!.GetValue<long>());
    }

    [Fact]
    public async Task Intakes_are_added_before_the_share_is_taken()
    {
        await WriteAsync(
        [
            new FactRows(1993) { Line = "1.2" },
            .. Enumerable.Repeat(new FactRows(1993, "found") { Line = "1.6", LegalBasis = "administrative" }, 3),
        ]);

        Assert.Equal("100.00", (await Statistician.GetAsync($"{Route}?year=1993")).Body!["percent"]!.ToJsonString());
        Assert.Equal("0.00", (await Statistician.GetAsync($"{Route}?year=1993&intake=found")).Body!["percent"]!.ToJsonString());
        Assert.Equal("25.00", (await Statistician.GetAsync($"{Route}?year=1993&intake=all")).Body!["percent"]!.ToJsonString());
    }

    [Fact]
    public async Task A_figure_as_known_before_a_change_is_the_figure_of_then()
    {
        var change = new DateTimeOffset(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await WriteAsync(
        [
            new FactRows(1994) { Line = "1.5", To = change },
            new FactRows(1994) { Line = "1.2", From = change },
        ]);

        var before = (await Statistician.GetAsync($"{Route}?year=1994&asKnownAt={At(change.AddMicroseconds(-1))}")).Expect(200).Body!;
        var since = (await Statistician.GetAsync($"{Route}?year=1994&asKnownAt={At(change)}")).Expect(200).Body!;

        Assert.Equal(("0.00", "100.00"), (before["percent"]!.ToJsonString(), since["percent"]!.ToJsonString()));
        Assert.Equal(change, since["knownAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal("not_reported", (await Statistician.GetAsync($"{Route}?year=1994&asKnownAt=2020-01-01T00:00:00Z")).Body!["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", "query:year")]
    [InlineData("?year=twenty", "query:year")]
    [InlineData("?year=1899", "query:year")]
    [InlineData("?year=2020&intake=Seized", "query:intake")]
    [InlineData("?year=2020&variant=best", "query:variant")]
    [InlineData("?year=2020&asKnownAt=2999-01-01T00:00:00Z", "query:asKnownAt")]
    public async Task A_question_that_cannot_be_read_is_refused_with_its_member(string query, string pointer)
    {
        var answer = (await Statistician.GetAsync(Route + query)).Expect(400);

        Assert.Equal(pointer, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    private static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    private Task WriteAsync(IReadOnlyList<FactRows> rows) => FactRows.WriteAsync(host.ConnectionString, rows);
}
