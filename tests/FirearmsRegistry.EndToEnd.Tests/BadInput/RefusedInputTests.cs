using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>One test for each bad input that the register promises to refuse: its type, its status, where it points, and nothing written.</summary>
public sealed class RefusedInputTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Firearms = "/api/v1/firearms";

    private RegistryClient Registrar => host.ClientAs(Role.Registrar);

    [Fact]
    public Task Wrong_json_is_refused() => RefusedAsync(400, "unreadable-json", "", () => Registrar.PostAsync(Firearms, "{\"origin\": manufactured}"));

    [Fact]
    public Task An_unknown_field_is_refused() => RefusedAsync(400, "invalid-input", "/mark/colour", "/mark/colour", "\"blue\"");

    [Fact]
    public Task A_wrong_enum_is_refused() => RefusedAsync(400, "invalid-input", "/description/condition", "/description/condition", "\"rusty\"");

    [Fact]
    public Task A_body_of_ten_megabytes_is_refused() =>
        RefusedAsync(413, "body-too-large", "", "/mark/text", $"\"{new string('A', 10 * 1024 * 1024)}\"");

    [Fact]
    public Task A_nul_byte_is_refused_though_it_is_escaped() => RefusedAsync(400, "invalid-input", "/mark/location", "/mark/location", "\"left\\u0000side\"");

    [Fact]
    public Task A_raw_nul_byte_is_refused() => RefusedAsync(400, "unreadable-json", "", () => Registrar.PostAsync(Firearms, "{\"origin\":\"\0\"}"));

    [Fact]
    public Task Right_to_left_characters_are_refused_where_a_code_stands() =>
        RefusedAsync(400, "invalid-input", "/origin", "/origin", "\"\u202Emanufactured\"");

    [Fact]
    public Task Combining_characters_are_refused_where_a_country_stands() =>
        RefusedAsync(400, "invalid-input", "/mark/country", "/mark/country", "\"E\u0301SP\"");

    [Theory]
    [InlineData("9999-01-01")]
    [InlineData("0000-01-01")]
    [InlineData("2020-02-30")]
    public Task A_date_that_no_calendar_has_or_no_record_can_have_is_refused(string date) =>
        RefusedAsync(400, "invalid-input", "/occurredOn", "/occurredOn", $"\"{date}\"");

    [Fact]
    public Task A_date_in_the_future_is_refused() => RefusedAsync(422, "impossible-date", "/occurredOn", "/occurredOn", "\"2099-01-01\"");

    [Fact]
    public async Task A_stale_version_is_refused_with_the_current_one()
    {
        var firearm = await Registrar.RegisteredAndVerifiedAsync("REFUSED-STALE");

        var refused = await RefusedAsync(412, "stale-version", "header:If-Match",
            () => Registrar.PostAsync($"{Firearms}/{firearm.Id}/losses", Loss(), firearm.Version - 1));

        Assert.Equal(firearm.Version, refused.Body!["currentVersion"]!.GetValue<long>());
    }

    [Fact]
    public Task A_missing_version_is_refused() => RefusedAsync(428, "if-match-required", "header:If-Match",
        () => Registrar.PostAsync($"{Firearms}/{Guid.CreateVersion7()}/losses", Loss()));

    [Fact]
    public Task A_missing_idempotency_key_is_refused() => RefusedAsync(400, "idempotency-key-required", "header:Idempotency-Key",
        () => Registrar.SendAsync(HttpMethod.Post, Firearms, FirearmRequests.Register("REFUSED-KEYLESS"), _ => { }));

    [Fact]
    public async Task A_repeated_key_with_another_body_is_refused()
    {
        var key = Guid.CreateVersion7().ToString();
        (await Registrar.PostAsync(Firearms, FirearmRequests.Register("REFUSED-KEY-1"), key: key)).Expect(201);

        await RefusedAsync(422, "idempotency-key-reused", "header:Idempotency-Key",
            () => Registrar.PostAsync(Firearms, FirearmRequests.Register("REFUSED-KEY-2"), key: key));
    }

    [Fact]
    public async Task The_same_key_twice_at_once_writes_once()
    {
        var key = Guid.CreateVersion7().ToString();
        var before = await WrittenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Registrar.PostAsync(Firearms, FirearmRequests.Register("TWICE-AT-ONCE"), key: key)));

        foreach (var answer in answers.Where(answer => answer.Status != 201))
            AssertProblem(answer, 409, "request-in-progress", "header:Idempotency-Key");
        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Location).Distinct());
        // The registration, its mark, and the key.
        Assert.Equal(before + 3, await WrittenAsync());
    }

    [Fact]
    public Task An_unknown_id_is_refused() => RefusedAsync(404, "not-found", null,
        () => Registrar.PostAsync($"{Firearms}/{Guid.CreateVersion7()}/losses", Loss(), 1));

    [Fact]
    public async Task An_unknown_id_in_a_body_is_refused()
    {
        var request = FirearmRequests.Register("REFUSED-HOLDER");
        request["holder"] = FirearmRequests.Known(Guid.CreateVersion7());

        await RefusedAsync(422, "unknown-party", "/holder/value", () => Registrar.PostAsync(Firearms, request));
    }

    [Fact]
    public Task A_wrong_role_is_refused() => RefusedAsync(403, "not-allowed", null,
        () => host.ClientAs(Role.Statistician).PostAsync(Firearms, FirearmRequests.Register("REFUSED-ROLE")));

    [Fact]
    public Task No_token_is_refused() => RefusedAsync(401, "not-signed-in", null,
        () => new RegistryClient(host.Anonymous()).PostAsync(Firearms, FirearmRequests.Register("REFUSED-ANONYMOUS")));

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var expired = host.Anonymous();
        expired.DefaultRequestHeaders.Authorization = new("Bearer", await host.TokenAsync(Role.Registrar, TimeSpan.FromHours(-1)));

        await RefusedAsync(401, "not-signed-in", null,
            () => new RegistryClient(expired).PostAsync(Firearms, FirearmRequests.Register("REFUSED-EXPIRED")));
    }

    private static JsonObject Loss() => new()
    {
        ["kind"] = "stolen",
        ["occurredOn"] = new JsonObject { ["is"] = "unknown" },
        ["reportedOn"] = "2021-02-03",
        ["report"] = "Police 7",
    };

    private Task<ApiAnswer> RefusedAsync(int status, string problem, string pointer, string at, string value)
    {
        var body = FirearmRequests.Register("REFUSED-MEMBER");
        var parts = at.Split('/')[1..];
        parts[..^1].Aggregate(body, (node, part) => node[part]!)[parts[^1]] = "@@";
        return RefusedAsync(status, problem, pointer,
            () => Registrar.PostAsync(Firearms, body.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal)));
    }

    private async Task<ApiAnswer> RefusedAsync(int status, string problem, string? pointer, Func<Task<ApiAnswer>> request)
    {
        var before = await WrittenAsync();
        var answer = await request();
        AssertProblem(answer, status, problem, pointer);
        Assert.Equal(before, await WrittenAsync());
        return answer;
    }

    private static void AssertProblem(ApiAnswer answer, int status, string problem, string? pointer)
    {
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal($"urn:firearms-registry:problem:{problem}", answer.Body!["type"]!.GetValue<string>());
        Assert.Equal((status, status), (answer.Status, answer.Body["status"]!.GetValue<int>()));
        Assert.Equal(pointer, answer.Body["errors"]?.AsArray().First()!["pointer"]!.GetValue<string>());
    }

    private Task<long> WrittenAsync() => host.ScalarAsync<long>(
        "select (select count(*) from registry.mt_events where type <> 'tombstone') + (select count(*) from registry.idempotency_record)");
}
