using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
        _host = await SignInHost.StartAsync(await databases.CreateAsync(Cancellation), _time, Cancellation, Station);

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
}
