using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed class TokenTests(TestDatabases databases) : IAsyncLifetime
{
    private static readonly (string, string)[] Station =
    [
        ("Authentication:Clients:station-7:Secret", "a-secret-of-the-test"),
        ("Authentication:Clients:station-7:Grants:0", "client_credentials"),
        ("Authentication:Clients:station-7:Roles:0", "station"),
    ];

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private SignInHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await SignInHost.StartAsync(await databases.CreateAsync("access"), _time, Cancellation, Station);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_person_s_token_opens_what_his_role_may_do_and_nothing_else()
    {
        var registrar = _host.Client(await _host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation));
        var auditor = _host.Client(await _host.TokenAsync("auditor", TimeSpan.FromHours(1), Cancellation));

        Assert.Equal(HttpStatusCode.OK, (await registrar.GetAsync("/registrars", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/registrars", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client().GetAsync("/registrars", Cancellation)).StatusCode);
        Assert.Contains("fr_human=true", await registrar.GetFromJsonAsync<string[]>("/who", Cancellation) ?? []);
    }

    [Fact]
    public async Task Client_credentials_give_machine_roles_and_no_human()
    {
        var response = await _host.Client().PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "station-7",
            ["client_secret"] = "a-secret-of-the-test",
            ["scope"] = "registry",
        }), Cancellation);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        var who = await _host.Client(json.GetProperty("access_token").GetString()).GetFromJsonAsync<string[]>("/who", Cancellation);

        Assert.Contains("role=station", who!);
        Assert.Contains("client_id=station-7", who!);
        Assert.DoesNotContain(who!, claim => claim.StartsWith("fr_human", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var token = await _host.TokenAsync("registrar", TimeSpan.FromMinutes(30), Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client(token).GetAsync("/who", Cancellation)).StatusCode);

        _time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client(token).GetAsync("/who", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_token_of_another_registry_s_issuer_is_refused()
    {
        await using var other = await SignInHost.StartAsync(
            await databases.CreateAsync("access"), _time, Cancellation, ("Authentication:Issuer", "https://other.example/"));
        var token = await other.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await other.Client(token).GetAsync("/who", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client(token).GetAsync("/who", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_token_outlives_a_restart_and_a_second_server_takes_it_too()
    {
        var token = await _host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation);
        await using var second = await SignInHost.StartAsync(_host.ConnectionString, _time, Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await second.Client(token).GetAsync("/who", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task After_a_rotation_old_tokens_stay_good_and_new_ones_are_signed_with_the_new_key()
    {
        var before = await _host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation);
        await _host.RotateKeysAsync(Cancellation);
        _time.Advance(TimeSpan.FromMinutes(11));
        await _host.ReloadKeysAsync(Cancellation);
        var after = await _host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation);

        Assert.NotEqual(Header(before), Header(after));
        Assert.Equal(HttpStatusCode.OK, (await _host.Client(before).GetAsync("/who", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client(after).GetAsync("/who", Cancellation)).StatusCode);

        static string Header(string token) => token[..token.IndexOf('.', StringComparison.Ordinal)];
    }

    [Fact]
    public async Task The_demo_s_tokens_are_in_a_file_of_the_owner_alone()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "tokens.env");
        await _host.WriteDemoTokensAsync(path, Cancellation);
        var lines = await File.ReadAllLinesAsync(path, Cancellation);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        Assert.Equal(8, lines.Length);
        Assert.All(lines, line => Assert.Matches("^[A-Z_]+_TOKEN=[A-Za-z0-9._-]+$", line));
        var auditor = lines.Single(line => line.StartsWith("AUDITOR_TOKEN=", StringComparison.Ordinal))["AUDITOR_TOKEN=".Length..];
        Assert.Contains("role=auditor", await _host.Client(auditor).GetFromJsonAsync<string[]>("/who", Cancellation) ?? []);
    }

    [Fact]
    public async Task Too_many_requests_to_the_issuer_are_answered_with_a_problem_document()
    {
        await using var host = await SignInHost.StartAsync(
            _host.ConnectionString, _time, Cancellation, ("Authentication:TokenRequestsPerMinute", "3"));
        using var client = host.Client();
        HttpResponseMessage response = null!;
        for (var request = 0; request < 4; request++)
        {
            response = await client.PostAsync("/connect/token", new FormUrlEncodedContent([]), Cancellation);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:firearms-registry:problem:too-many-requests",
            (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/sign-in", Cancellation)).StatusCode);
    }
}
