using System.Text;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>Each way of being wrong gets its own problem document, and nothing is written.</summary>
public sealed class BadInputTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Firearms = "/api/v1/firearms";

    [Theory]
    [InlineData("{", 400, "unreadable-json", null)]
    [InlineData("", 400, "unreadable-json", null)]
    [InlineData("null", 400, "invalid-input", "")]
    [InlineData("[1]", 400, "invalid-input", "")]
    [InlineData("{\"origin\":\"manufactured\",\"origin\":\"imported\"}", 400, "invalid-input", "/origin")]
    public async Task A_body_that_is_not_such_an_object_is_refused(string body, int status, string problem, string? pointer)
    {
        var answer = await RefusedAsync(body);

        Assert.Equal((status, problem), (answer.Status, answer.Problem));
        if (pointer is not null)
            Assert.Equal(pointer, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/surprise", "\"x\"", "/surprise")]
    [InlineData("/description/surprise", "1", "/description/surprise")]
    [InlineData("/origin", "\"Manufactured\"", "/origin")]
    [InlineData("/origin", "3", "/origin")]
    [InlineData("/description/type", "\"laser\"", "/description/type")]
    [InlineData("/occurredOn", "\"2020-02-30\"", "/occurredOn")]
    [InlineData("/occurredOn", "\"9999-01-01\"", "/occurredOn")]
    [InlineData("/occurredOn", "20200101", "/occurredOn")]
    [InlineData("/mark/text", "\"AB\\u0000CD\"", "/mark/text")]
    [InlineData("/mark/text", "\"\\ud800\"", "/mark/text")]
    [InlineData("/mark/text", "\"   \"", "/mark/text")]
    [InlineData("/description/manufactureCountry", "{\"is\":\"known\",\"value\":\"XX\"}", "/description/manufactureCountry")]
    [InlineData("/holder", "{\"is\":\"perhaps\"}", "/holder")]
    [InlineData("/holder", "{\"is\":\"known\"}", "/holder")]
    [InlineData("/holder", "{}", "/holder")]
    [InlineData("/holder", "null", "/holder")]
    public async Task A_wrong_member_is_pointed_at(string at, string value, string pointer)
    {
        var body = With(at, value);

        var answer = await RefusedAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.StartsWith(pointer, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual("", answer.Body["errors"]![0]!["rule"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_missing_member_is_named_with_its_pointer()
    {
        var answer = await RefusedAsync("{}");

        var pointers = answer.Body!["errors"]!.AsArray().Select(error => error!["pointer"]!.GetValue<string>()).ToList();
        Assert.Equal(["/origin", "/description", "/holder", "/occurredOn"], pointers);
    }

    [Fact]
    public async Task An_over_long_text_is_refused_with_its_length()
    {
        var answer = await RefusedAsync(With("/mark/text", $"\"{new string('A', 10_000)}\""));

        Assert.Equal((400, "invalid-input"), (answer.Status, answer.Problem));
        Assert.Contains("10000", answer.Body!["errors"]![0]!["rule"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_to_left_and_combining_characters_are_kept_exactly_as_marked()
    {
        const string text = "رقم ١٢٣٤٥ é Ж";
        var client = host.ClientAs(Role.Registrar);

        var created = (await client.PostAsync(Firearms, With("/mark/text", $"\"{text}\""))).Expect(201);

        Assert.Equal(text, created.Body!["marks"]![0]!["mark"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_body_that_is_not_json_by_its_type_is_refused()
    {
        using var content = new StringContent("origin=manufactured", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, Firearms) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var before = await EventsAsync();
        using var response = await host.ClientAs(Role.Registrar).Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(415, (int)response.StatusCode);
        Assert.Equal(before, await EventsAsync());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_write_without_an_idempotency_key_is_refused()
    {
        var answer = await host.ClientAs(Role.Registrar).SendAsync(HttpMethod.Post, Firearms, With("/origin", "\"imported\""), _ => { });

        Assert.Equal((400, "idempotency-key-required"), StatusAndProblem(answer));
    }

    [Fact]
    public async Task An_unknown_id_an_unknown_route_and_a_wrong_method_are_problem_documents()
    {
        var client = host.ClientAs(Role.Registrar);

        Assert.Equal((404, "not-found"), StatusAndProblem(await client.GetAsync($"{Firearms}/{Guid.CreateVersion7()}")));
        Assert.Equal((404, "not-found"), StatusAndProblem(await client.GetAsync($"{Firearms}/not-an-id")));
        Assert.Equal((404, "not-found"), StatusAndProblem(await client.GetAsync("/api/v1/nothing")));
        Assert.Equal((405, "method-not-allowed"), StatusAndProblem(await client.SendAsync(HttpMethod.Delete, Firearms, null, _ => { })));
    }

    private static (int, string?) StatusAndProblem(ApiAnswer answer) => (answer.Status, answer.Problem);

    private static string With(string pointer, string value)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(FirearmExamples.Register, RegistryJson.Options)!;
        body["mark"]!["serial"] = Guid.CreateVersion7().ToString("N")[..20];
        var parts = pointer.Split('/')[1..];
        var parent = parts[..^1].Aggregate(body, (node, part) => node[part]!);
        parent[parts[^1]] = "@@";
        return body.ToJsonString(RegistryJson.Options).Replace("\"@@\"", value, StringComparison.Ordinal);
    }

    private async Task<ApiAnswer> RefusedAsync(string body)
    {
        var before = await EventsAsync();
        var answer = await host.ClientAs(Role.Registrar).PostAsync(Firearms, body);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(before, await EventsAsync());
        return answer;
    }

    private async Task<long> EventsAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from registry.mt_events where type <> 'tombstone'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
