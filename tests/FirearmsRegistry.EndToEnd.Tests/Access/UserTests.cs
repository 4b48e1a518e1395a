using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed class UserTests(TestDatabases databases) : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private SignInHost _host = null!;
    private HttpClient _administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await SignInHost.StartAsync(await databases.CreateAsync("access"), TimeProvider.System, Cancellation);
        _administrator = _host.Client(await _host.TokenAsync("administrator", TimeSpan.FromHours(1), Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task An_invited_person_gets_a_role_a_link_and_so_a_token_with_the_role()
    {
        var user = await InviteAsync("maria.lopez");
        var (status, granted) = await PostAsync($"{user.Path}/role-grants", user.ETag, new { role = "registrar" });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("registrar", granted.GetProperty("roles")[0].GetString());
        var link = await LinkAsync(user.Path);
        using var browser = new Browser(_host.Address);

        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", link.Fragment[1..]), ("password", "a long pass phrase"), ("again", "a long pass phrase"));
        await browser.SubmitAsync(Cancellation, ("name", "maria.lopez"), ("password", "a long pass phrase"));

        Assert.Contains("You are signed in as maria.lopez", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_two_administrators_the_other_one_must_approve()
    {
        await _host.WriteFirstLinkAsync(_folder, Cancellation);
        var user = await InviteAsync("jan.kowalski");

        var (_, asked) = await PostAsync($"{user.Path}/role-grants", user.ETag, new { role = "auditor" });

        Assert.Empty(asked.GetProperty("roles").EnumerateArray());
        var grant = asked.GetProperty("pendingGrants")[0].GetProperty("grantId").GetString();
        var (status, refused) = await PostAsync($"{user.Path}/role-grants/{grant}/approvals", "\"2\"", new { });
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("urn:firearms-registry:problem:own-request", refused.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Nobody_gives_himself_a_role_and_the_last_administrator_stays()
    {
        var users = await _administrator.GetFromJsonAsync<JsonElement>("/api/v1/users", Cancellation);
        var own = "/api/v1/users/" + users.GetProperty("items").EnumerateArray()
            .Single(user => user.GetProperty("userName").GetString() == "demo-administrator").GetProperty("id").GetString();

        var (status, refused) = await PostAsync($"{own}/role-grants", "\"2\"", new { role = "auditor" });
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("urn:firearms-registry:problem:own-role", refused.GetProperty("type").GetString());
        (status, refused) = await PostAsync($"{own}/disablements", "\"2\"", new { });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("urn:firearms-registry:problem:last-administrator", refused.GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_administrator_gets_a_link_until_he_has_signed_in_and_none_afterwards()
    {
        var user = await InviteAsync("second.admin");
        await PostAsync($"{user.Path}/role-grants", user.ETag, new { role = "administrator" });
        var first = await LinkAsync(user.Path);
        await RedeemAsync(first);

        using var refused = await _administrator.PostAsync($"{user.Path}/sign-in-links", null, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("urn:firearms-registry:problem:administrator-link",
            (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_link_from_before_the_role_does_not_open_the_account_of_an_administrator()
    {
        var user = await InviteAsync("risen.admin");
        await RedeemAsync(await LinkAsync(user.Path));
        var kept = await LinkAsync(user.Path);
        var (status, granted) = await PostAsync($"{user.Path}/role-grants", "\"3\"", new { role = "administrator" });
        Assert.Equal((HttpStatusCode.Created, "administrator"), (status, granted.GetProperty("roles")[0].GetString()));

        var page = await RedeemAsync(kept);

        Assert.Contains("This link no longer fits the account.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_administrators_one_is_removed_only_with_his_own_consent_and_then_at_once()
    {
        using var browser = await People.FirstAdministratorAsync(_host, _folder);
        using var other = _host.Client(await People.TokenAsync(_host, browser));
        var users = await _administrator.GetFromJsonAsync<JsonElement>("/api/v1/users", Cancellation);
        var path = "/api/v1/users/" + users.GetProperty("items").EnumerateArray()
            .Single(user => user.GetProperty("userName").GetString() == "administrator").GetProperty("id").GetString();

        var (asked, user) = await PostAsync($"{path}/role-revocations", "\"2\"", new { role = "administrator" });

        Assert.Equal((HttpStatusCode.OK, "administrator"), (asked, user.GetProperty("roles")[0].GetString()));
        var removal = user.GetProperty("pendingRemovals")[0].GetProperty("removalId").GetString();
        var confirmation = $"{path}/removals/{removal}/confirmations";
        var (own, refused) = await PostAsync(confirmation, "\"3\"", new { });
        Assert.Equal(HttpStatusCode.Forbidden, own);
        Assert.Equal("urn:firearms-registry:problem:own-request", refused.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/users", Cancellation)).StatusCode);

        using var consent = await SendAsync(confirmation, "\"3\"", new { }, other);

        Assert.Equal(HttpStatusCode.OK, consent.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/users", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_name_is_given_once_and_only_an_administrator_invites()
    {
        await InviteAsync("only.one");
        var (status, _) = await PostAsync("/api/v1/users", null, new { userName = "only.one" });
        Assert.Equal(HttpStatusCode.Conflict, status);
        (status, _) = await PostAsync("/api/v1/users", null, new { userName = "Not A Name" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var registrar = _host.Client(await _host.TokenAsync("registrar", TimeSpan.FromHours(1), Cancellation));
        using var forbidden = await registrar.PostAsJsonAsync("/api/v1/users", new { userName = "some.one" }, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    private async Task<Uri> LinkAsync(string user)
    {
        using var answer = await _administrator.PostAsync($"{user}/sign-in-links", null, Cancellation);
        return new Uri((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("link").GetString()!);
    }

    private async Task<string> RedeemAsync(Uri link)
    {
        using var browser = new Browser(_host.Address);
        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", link.Fragment[1..]), ("password", "a long pass phrase"), ("again", "a long pass phrase"));
        return browser.Html;
    }

    private async Task<(string Path, string ETag)> InviteAsync(string name)
    {
        using var response = await SendAsync("/api/v1/users", null, new { userName = name });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (response.Headers.Location!.ToString(), response.Headers.ETag!.ToString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, string? version, object body)
    {
        using var response = await SendAsync(path, version, body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private Task<HttpResponseMessage> SendAsync(string path, string? version, object body, HttpClient? by = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (version is not null)
        {
            request.Headers.Add("If-Match", version);
        }
        return (by ?? _administrator).SendAsync(request, Cancellation);
    }
}
