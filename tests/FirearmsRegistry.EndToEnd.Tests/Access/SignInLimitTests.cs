using System.Net;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>A server that lets an address try to sign in twice in a minute.</summary>
public sealed class SignInLimitTests(TestDatabases databases) : IAsyncLifetime
{
    private SignInHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SignInHost.StartAsync(
        await databases.CreateAsync("access"), TimeProvider.System, Cancellation, ("Authentication:SignInAttemptsPerMinute", "2"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_tries_too_often_sees_in_his_language_when_to_try_again_and_a_program_gets_a_problem_document()
    {
        using var browser = new Browser(_host.Address);
        await browser.OpenAsync("/account/sign-in", Cancellation);
        for (var attempt = 0; attempt < 3; attempt++)
            await browser.ForgeAsync("/account/sign-in", Cancellation, ("name", "nobody"), ("password", "wrong"));
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("<h1>Too many attempts</h1>", browser.Html, StringComparison.Ordinal);
        Assert.Matches("Try again from [^<]*[0-9]{2}:[0-9]{2}", browser.Html);
        Assert.Contains("href=\"/account/sign-in\"", browser.Html, StringComparison.Ordinal);

        var (type, arabic) = await TryAsync("text/html", "ar");
        Assert.Equal("text/html", type);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", arabic, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", (await TryAsync("*/*", "ar")).Type);
    }

    private async Task<(string? Type, string Body)> TryAsync(string accept, string language)
    {
        using var client = _host.Client();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent([]), Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
