using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary><c>/jobs</c> in a browser, which sends the cookie of the sign-in pages and no token.</summary>
public sealed class JobsPageTests(TestDatabases databases) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-");
    private SignInHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await SignInHost.StartAsync(await databases.CreateAsync("access"), TimeProvider.System, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_administrator_with_a_second_factor_looks_at_them_and_touches_nothing()
    {
        using var browser = await People.FirstAdministratorAsync(_host, _folder.FullName);
        await browser.OpenAsync("/jobs", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);

        await People.EnrolAsync(browser);
        await browser.OpenAsync("/jobs", Cancellation);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("<title>", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Jobs", browser.Html, StringComparison.Ordinal);
        await browser.ForgeAsync("/jobs/recurring/trigger", Cancellation, ("jobs[]", "trace-sweep"));
        Assert.InRange((int)browser.Status, 400, 499);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_a_program_is_told_so()
    {
        using var browser = new Browser(_host.Address);
        await browser.OpenAsync("/jobs", Cancellation);
        Assert.Contains("name=\"password\"", browser.Html, StringComparison.Ordinal);

        using var program = _host.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/jobs", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Somebody_without_the_role_is_refused_whatever_second_factor_he_has()
    {
        var administrator = _host.Client(await _host.TokenAsync("administrator", TimeSpan.FromHours(1), Cancellation));
        using var browser = await People.InvitedAsync(_host, administrator, "some.clerk");
        await People.EnrolAsync(browser);

        await browser.OpenAsync("/jobs", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task A_session_ends_at_once_with_the_account()
    {
        var administrator = _host.Client(await _host.TokenAsync("administrator", TimeSpan.FromHours(1), Cancellation));
        using var browser = await People.InvitedAsync(_host, administrator, "leaving.clerk");
        var users = await administrator.GetFromJsonAsync<JsonElement>("/api/v1/users", Cancellation);
        var user = users.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("userName").GetString() == "leaving.clerk");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/users/{user.GetProperty("id")}/disablements") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.Add("If-Match", $"\"{user.GetProperty("version")}\"");
        Assert.Equal(HttpStatusCode.OK, (await administrator.SendAsync(request, Cancellation)).StatusCode);

        await browser.OpenAsync("/account", Cancellation);

        Assert.Contains("name=\"password\"", browser.Html, StringComparison.Ordinal);
    }
}
