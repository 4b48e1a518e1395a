using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

public sealed class CandidateSearchTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Path = "/api/v1/candidate-searches";

    private readonly RegistryClient _investigator = host.ClientAs(Role.Investigator);

    private readonly RegistryClient _registrar = host.ClientAs(Role.Registrar);

    [Fact]
    public async Task A_worn_mark_leads_to_its_arm_first_and_says_why()
    {
        var registered = await _registrar.RegisteredAsync("GKM47115");
        await _registrar.RegisteredAsync("PX204001");
        var answer = (await _investigator.SearchAsync(Path, new { mark = "GK?471I[58]", maker = "example arms", model = "X1" })).Expect(200).Body!;
        var first = answer["candidates"]![0]!;
        Assert.Equal(registered.Id, first["firearmId"]!.GetValue<Guid>());
        Assert.Equal(
            ["agrees", "agrees", "unreadable", "agrees", "agrees", "agrees", "looks_alike", "agrees"],
            first["characters"]!.AsArray().Select(one => one!["outcome"]!.GetValue<string>()));
        Assert.Equal(("agrees", "differs", "unknown"), (Fact(first, "maker"), Fact(first, "model"), Fact(first, "year")));
        Assert.Equal(CandidateAnswer.Lead, answer["statement"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_catalogues_tell_what_an_arm_is_and_what_is_taken_for_its_number_or_its_maker()
    {
        var body = FirearmRequests.Register("GLK123");
        foreach (var (fact, value) in new[] { ("maker", "Glock Ges.m.b.H."), ("model", "G 17"), ("calibre", "9 mm Para") })
            body["description"]![fact] = new JsonObject { ["is"] = "known", ["value"] = value };
        var arm = (await _registrar.PostAsync("/api/v1/firearms", body)).Expect(201);
        var catalogues = (await _registrar.GetAsync(arm.Location!)).Expect(200).Body!["catalogues"]!;
        Assert.Equal(["in_catalogue glock", "in_catalogue glock_17", "in_catalogue 9x19"], new[] { "maker", "model", "cartridge" }.Select(name =>
            $"{catalogues[name]!["standing"]!.GetValue<string>()} {string.Join(' ', catalogues[name]!["codes"]!.AsArray())}"));
        var unknown = (await _registrar.GetAsync((await _registrar.RegisteredAsync("NOCAT1")).Location!)).Expect(200).Body!["catalogues"]!;
        Assert.Equal("not_in_catalogue", unknown["maker"]!["standing"]!.GetValue<string>());

        Assert.Equal(["patent_taken_for_serial", "unusual_form"], Cautions(await AskAsync("4,539,889", "Glock")));
        Assert.Contains("model_taken_for_serial", Cautions(await AskAsync("G17", "Glock")));
        Assert.Equal(["unusual_form"], Cautions(await AskAsync("GLK1234", "Глок")));
        Assert.Empty(Cautions(await AskAsync("GLK123", "Glock")));
        Assert.Empty(Cautions(await AskAsync("GLK12?", "Glock")));
        var imported = await AskAsync("GLK123", "Interarms");
        Assert.Equal(["importer_taken_for_maker"], Cautions(imported));
        Assert.Contains("importer_taken_for_maker", Cautions(imported["candidates"]![0]!));
    }

    private async Task<JsonNode> AskAsync(string mark, string maker) => (await _investigator.SearchAsync(Path, new { mark, maker })).Expect(200).Body!;

    private static IEnumerable<string> Cautions(JsonNode told) => told["cautions"]!.AsArray().Select(one => one!.GetValue<string>());

    [Fact]
    public async Task What_was_recorded_is_found_at_once_also_by_another_server()
    {
        await using var second = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web
            .UseSetting("ConnectionStrings:Registry", host.ConnectionString).UseSetting("Registry:Jobs:Workers", "0")
            .UseSetting("Registry:FirstSignInLink", "false").UseSetting("Logging:LogLevel:Default", "Warning"));
        await using var scope = second.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<IDemoTokens>()
            .ForRoleAsync("investigator", TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        var http = second.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var elsewhere = new RegistryClient(http);
        for (var i = 0; i < 3; i++)
        {
            var arm = await _registrar.RegisteredAsync($"TWO90{i}77");
            foreach (var client in new[] { _investigator, elsewhere })
                Assert.Equal(arm.Id, FirstId((await client.SearchAsync(Path, new { mark = $"TW?90{i}77" })).Expect(200)));
        }
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_not_missed()
    {
        var token = TestContext.Current.CancellationToken;
        var arm = Guid.CreateVersion7();
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await DoAsync(connection, $"insert into registry.firearm_identity (firearm_id, maker) values ('{arm}', 'Late')");
        await DoAsync(connection,
            $"""
            insert into registry.firearm_mark (mark_id, firearm_id, kind, component, text, text_exact, text_folded)
            values ('{Guid.CreateVersion7()}', '{arm}', 'manufacture', 'frame', 'LATE5588', 'LATE5588', '1ATE5588')
            """);
        await _registrar.RegisteredAsync("EARLY771");
        Assert.NotEqual(arm, FirstId((await _investigator.SearchAsync(Path, new { mark = "LATE5588" })).Expect(200)));
        await transaction.CommitAsync(token);
        Assert.Equal(arm, FirstId((await _investigator.SearchAsync(Path, new { mark = "LATE5588" })).Expect(200)));
        await DoAsync(connection, $"delete from registry.firearm_mark where firearm_id = '{arm}'; delete from registry.firearm_identity where firearm_id = '{arm}'");
    }

    [Theory]
    [InlineData("?*?", "/mark")]
    [InlineData("AB[", "/mark")]
    [InlineData("A\u0007", "/mark")]
    [InlineData("---", "/mark")]
    [InlineData("?-*", "/mark")]
    public async Task A_mark_of_which_nothing_was_read_or_that_is_none_is_refused(string mark, string pointer)
    {
        var refused = (await _investigator.SearchAsync(Path, new JsonObject { ["mark"] = mark })).Expect(400);
        Assert.Equal(pointer, refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ten_thousand_characters_too_many_candidates_and_no_reason_are_refused()
    {
        (await _investigator.SearchAsync(Path, new { mark = new string('A', 10_000) })).Expect(400);
        (await _investigator.SearchAsync(Path, new { mark = "AB12", limit = 51 })).Expect(400);
        Assert.Equal("query-reason-required", (await _investigator.SearchAsync(Path, new { mark = "AB12" }, null)).Expect(400).Problem);
    }

    [Fact]
    public async Task The_look_up_stands_in_the_access_log()
    {
        var arm = await _registrar.RegisteredAsync("LOG77821");
        (await _investigator.SearchAsync(Path, new { mark = "LOG7?821" })).Expect(200);
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "select count(*) from registry.access_log where action = 'search_candidates' and criteria->>'mark' = 'LOG7?821' and $1 = any(record_ids)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = arm.Id });
        Assert.Equal(1L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static string Fact(JsonNode candidate, string fact) => candidate["description"]![fact]!.GetValue<string>();

    private static Guid FirstId(ApiAnswer answer) => answer.Body!["candidates"]!.AsArray() is [{ } first, ..] ? first["firearmId"]!.GetValue<Guid>() : Guid.Empty;

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
