using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

public sealed class ExplainingGapsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly NumberScenario _numbers = new(host);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_running_number_up_to_the_highest_is_in_use_void_or_skipped()
    {
        var series = await _numbers.OpenAsync("A");
        for (var request = 0; request < 5; request++)
            await _numbers.NumbersAsync(series, 500);
        var number = (await _numbers.NumbersAsync(series, 3))[1];
        (await _numbers.VoidAsync(series, number, "Engraved upside down.", 1)).Expect(200);

        var (summary, gaps) = await GapsAsync(series);
        var highest = summary["highestRunning"]!.GetValue<int>();
        var listed = await InUseAsync(series);

        var explained = gaps.Select(gap => gap["running"]!.GetValue<int>()).ToList();
        Assert.Equal(Enumerable.Range(1, highest), listed.Concat(explained).Order());
        Assert.Equal(2503, summary["issued"]!.GetValue<int>());
        Assert.Equal(highest - 2503, summary["skipped"]!.GetValue<int>());
        Assert.Equal("Engraved upside down.", Assert.Single(gaps, gap => Kind(gap) == "void")["reason"]!.GetValue<string>());
        Assert.All(gaps.Where(gap => Kind(gap) == "skipped"), gap => Assert.Matches("[IOQ]", gap["check"]!.GetValue<string>()));
        Assert.DoesNotContain(gaps, gap => Kind(gap) == "unexplained");
    }

    [Fact]
    public async Task A_row_that_somebody_removed_behind_the_registry_shows_as_unexplained()
    {
        var series = await _numbers.OpenAsync("B");
        var number = (await _numbers.NumbersAsync(series, 10))[4];
        await ExecuteAsync($"""
            alter table registry.issued_number disable trigger issued_number_kept;
            delete from registry.issued_number where number = '{number}';
            alter table registry.issued_number enable trigger issued_number_kept;
            """);

        var (_, gaps) = await GapsAsync(series);

        Assert.Equal(number, Assert.Single(gaps, gap => Kind(gap) == "unexplained")["number"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("delete from registry.issued_number where number = '{0}'")]
    [InlineData("truncate registry.issued_number")]
    [InlineData("update registry.issued_number set number = 'GH26A0000001TG' where number = '{0}'")]
    [InlineData("update registry.issued_number set series_id = gen_random_uuid() where number = '{0}'")]
    [InlineData("update registry.issued_number set running = running + 5000 where number = '{0}'")]
    [InlineData("update registry.issued_number set issued_by = 'somebody else' where number = '{0}'")]
    [InlineData("update registry.issued_number set state = 'verified', firearm_id = gen_random_uuid(), mark_id = gen_random_uuid() where number = '{0}'")]
    [InlineData("update registry.issued_number set firearm_id = gen_random_uuid() where number = '{0}'")]
    [InlineData("insert into registry.issued_number (number, series_id, running, issue_first, issued_at, issued_by) select number, series_id, 9000000, 1, now(), 'x' from registry.issued_number where number = '{0}'")]
    public async Task The_table_refuses_what_would_unmake_a_number(string statement)
    {
        var answer = await _numbers.TryOpenAsync("C");
        var series = answer.Location ?? $"/api/v1/number-series/{answer.Body!["seriesId"]}";
        var number = (await _numbers.NumbersAsync(series, 1))[0];

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ExecuteAsync(statement.Replace("{0}", number, StringComparison.Ordinal)));

        Assert.StartsWith("23", refused.SqlState, StringComparison.Ordinal);
    }

    private static string Kind(JsonNode gap) => gap["kind"]!.GetValue<string>();

    private async Task<(JsonNode Summary, List<JsonNode> Gaps)> GapsAsync(string series)
    {
        var gaps = new List<JsonNode>();
        for (var query = "?limit=200"; ;)
        {
            var summary = (await _numbers.Registrar.GetAsync($"{series}/gaps{query}")).Expect(200).Body!;
            gaps.AddRange(summary["gaps"]!["items"]!.AsArray().Select(gap => gap!));
            if (summary["gaps"]!["next"]?.GetValue<string>() is not { } next)
                return (summary, gaps);
            query = $"?limit=200&after={next}";
        }
    }

    private async Task<List<int>> InUseAsync(string series)
    {
        var running = new List<int>();
        for (var query = "?limit=200"; ;)
        {
            var page = (await _numbers.Registrar.GetAsync($"{series}/numbers{query}", RegistryClient.Reason)).Expect(200).Body!;
            running.AddRange(page["items"]!.AsArray().Where(number => number!["state"]!.GetValue<string>() != "void")
                .Select(number => number!["running"]!.GetValue<int>()));
            if (page["next"]?.GetValue<string>() is not { } next)
                return running;
            query = $"?limit=200&after={next}";
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
