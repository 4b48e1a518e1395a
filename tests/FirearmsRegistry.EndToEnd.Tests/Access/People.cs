using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>People who get an account and sign in to it through the pages.</summary>
internal static partial class People
{
    public const string Password = "a long pass phrase";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first administrator, signed in with the link that the start left.</summary>
    public static async Task<Browser> FirstAdministratorAsync(SignInHost host, string folder)
    {
        var path = await host.WriteFirstLinkAsync(folder, Cancellation);
        return await SignedInAsync(host, new Uri((await File.ReadAllLinesAsync(path!, Cancellation))[0]), "administrator");
    }

    /// <summary>A person whom an administrator invites, signed in; he has no role.</summary>
    public static async Task<Browser> InvitedAsync(SignInHost host, HttpClient administrator, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/users") { Content = JsonContent.Create(new { userName = name }) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var invited = await administrator.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        using var linked = await administrator.PostAsync($"{invited.Headers.Location}/sign-in-links", null, Cancellation);
        var link = (await linked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("link").GetString()!;
        return await SignedInAsync(host, new Uri(link), name);
    }

    /// <summary>Ties an authenticator to the account of whoever is signed in.</summary>
    public static async Task EnrolAsync(Browser browser)
    {
        await browser.OpenAsync("/account/enrol-second-factor", Cancellation);
        var key = KeyShown().Match(browser.Html).Groups[1].Value;
        await browser.SubmitAsync(Cancellation, ("code", Authenticator.CodeNow(key)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    /// <summary>An access token of whoever is signed in, by code with proof key as a program gets it.</summary>
    public static async Task<string> TokenAsync(SignInHost host, Browser browser)
    {
        const string callback = "http://127.0.0.1:7777/signed-in";
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        await browser.OpenAsync("/connect/authorize?client_id=registry-cli&response_type=code&scope=registry&code_challenge_method=S256"
            + $"&redirect_uri={Uri.EscapeDataString(callback)}&code_challenge={challenge}", Cancellation);
        using var program = host.Client();
        using var response = await program.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "registry-cli",
            ["code"] = HttpUtility.ParseQueryString(browser.Left!.Query)["code"]!,
            ["code_verifier"] = verifier,
            ["redirect_uri"] = callback,
        }), Cancellation);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("access_token").GetString()!;
    }

    private static async Task<Browser> SignedInAsync(SignInHost host, Uri link, string name)
    {
        var browser = new Browser(host.Address);
        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", link.Fragment[1..]), ("password", Password), ("again", Password));
        await browser.SubmitAsync(Cancellation, ("name", name), ("password", Password));
        Assert.Contains($"You are signed in as {name}", browser.Html, StringComparison.Ordinal);
        return browser;
    }

    [GeneratedRegex("<code id=\"key\">([A-Z2-7]+)</code>")]
    private static partial Regex KeyShown();
}
