using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class ChartTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/indicators/sdg-16-4-2/charts";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    [Fact]
    public async Task Every_chart_of_a_year_is_drawn_from_what_the_register_knows()
    {
        await FactRows.WriteAsync(host.ConnectionString,
            [new FactRows(2020) { Line = "1.2" }, new FactRows(2020) { Line = "1.7" }, new FactRows(2020, "found") { Line = "1.7" }]);

        foreach (var (chart, title) in new[]
                 {
                     ("years", "ten years up to 2020"), ("intakes", "Arms by intake, 2020"), ("outcomes", "Outcomes of tracing, 2020"),
                     ("partner_reply_times", "Reply times of other States, 2020"),
                 })
        {
            using var answer = await Statistician.Http.GetAsync($"{Route}/{chart}?year=2020", TestContext.Current.CancellationToken);
            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Contains(title, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var (now, then) = (await OutcomesAsync(""), await OutcomesAsync("&asKnownAt=2019-01-01T00:00:00Z"));
        Assert.NotEqual(now, then);
        Assert.Contains("<svg", await Statistician.Http.GetStringAsync(
            $"{Route}/years?year=2020&asKnownAt=2019-01-01T00:00:00Z", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(
            "lang=\"ar\"", await Statistician.Http.GetStringAsync($"{Route}/outcomes?year=2020&language=ar", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private Task<string> OutcomesAsync(string more) =>
        Statistician.Http.GetStringAsync($"{Route}/outcomes?year=2020{more}", TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("path:chart", "best?year=2020")]
    [InlineData("query:language", "years?year=2020&language=la")]
    [InlineData("query:year", "years")]
    public async Task A_chart_that_there_is_not_is_refused(string pointer, string query)
    {
        var answer = (await Statistician.GetAsync($"{Route}/{query}")).Expect(400);

        Assert.Equal(pointer, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }
}
