using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Station.SigningIn;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed partial class SignInTests(TestDatabases databases) : IAsyncLifetime
{
    private const string Password = "a long pass phrase";
    private const string Callback = "http://127.0.0.1:7777/signed-in";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private SignInHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SignInHost.StartAsync(
        await databases.CreateAsync("access"), TimeProvider.System, Cancellation, ("Authentication:SignInAttemptsPerMinute", "100"));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_first_link_is_in_a_file_of_the_owner_alone_and_sets_a_password_once()
    {
        var path = await _host.WriteFirstLinkAsync(_folder, Cancellation);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path!) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Null(await _host.WriteFirstLinkAsync(_folder, Cancellation));
        var secret = await SecretAsync(path!);
        using var browser = new Browser(_host.Address);

        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", secret), ("password", "too short"), ("again", "too short"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.SubmitAsync(Cancellation, ("secret", secret), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", secret), ("password", "another pass phrase"), ("again", "another pass phrase"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);

        await SignInAsync(browser, Password);
        Assert.Contains("You are signed in as administrator", browser.Html, StringComparison.Ordinal);
        Assert.Null(await _host.WriteFirstLinkAsync(Path.Combine(_folder, "again"), Cancellation));
    }

    [Fact]
    public async Task A_program_gets_a_token_by_code_with_proof_key_after_password_and_authenticator()
    {
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);
        await browser.OpenAsync("/account/enrol-second-factor", Cancellation);
        var key = KeyShown().Match(browser.Html).Groups[1].Value;
        await browser.SubmitAsync(Cancellation, ("code", Authenticator.CodeNow(key)));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        using var fresh = new Browser(_host.Address);
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

        await fresh.OpenAsync(AuthorizeAddress(verifier), Cancellation);
        await fresh.SubmitAsync(Cancellation, ("name", "administrator"), ("password", Password));
        Assert.Contains("Code from the authenticator", fresh.Html, StringComparison.Ordinal);
        await fresh.SubmitAsync(Cancellation, ("code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, fresh.Status);
        await fresh.SubmitAsync(Cancellation, ("code", Authenticator.CodeNow(key)));
        Assert.NotNull(fresh.Left);
        var code = HttpUtility.ParseQueryString(fresh.Left.Query)["code"]!;

        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(code, "a proof key that nobody promised to have at all")).Status);
        await fresh.OpenAsync(AuthorizeAddress(verifier), Cancellation);
        code = HttpUtility.ParseQueryString(fresh.Left!.Query)["code"]!;
        var (status, tokens) = await ExchangeAsync(code, verifier);
        Assert.Equal(HttpStatusCode.OK, status);
        var who = await WhoAsync(tokens);
        Assert.Contains("fr_human=true", who);
        Assert.Contains("amr=mfa", who);
        Assert.Contains("client_id=registry-cli", who);
        Assert.DoesNotContain(who, claim => claim.Contains("administrator", StringComparison.Ordinal) && !claim.StartsWith("role=", StringComparison.Ordinal));

        var (refreshed, renewed) = await PostAsync("/connect/token", ("grant_type", "refresh_token"), ("client_id", "registry-cli"),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal(HttpStatusCode.OK, refreshed);
        Assert.Contains("fr_human=true", await WhoAsync(renewed));
    }

    [Fact]
    public async Task Signing_out_ends_every_token_of_the_person_and_a_new_sign_in_counts_at_once()
    {
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);
        var (_, tokens) = await TokensAsync(browser, "registry-cli", Callback);
        await WhoAsync(tokens);

        await browser.OpenAsync("/account", Cancellation);
        await browser.SubmitAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(tokens));
        var (refreshed, _) = await PostAsync("/connect/token", ("grant_type", "refresh_token"), ("client_id", "registry-cli"),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal(HttpStatusCode.BadRequest, refreshed);
        await SignInAsync(browser, Password);
        Assert.Equal(HttpStatusCode.OK, await CallAsync((await TokensAsync(browser, "registry-cli", Callback)).Json));
    }

    [Fact]
    public async Task The_pages_of_the_api_s_description_get_a_token_at_the_address_that_they_name()
    {
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);

        // As the pages do: no secret, sent as an empty one.
        var (status, tokens) = await TokensAsync(
            browser, "registry-swagger", "http://127.0.0.1:5000/swagger/oauth2-redirect.html", ("client_secret", ""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("client_id=registry-swagger", await WhoAsync(tokens));
    }

    [Fact]
    public async Task The_authorization_endpoint_refuses_a_request_without_a_proof_key()
    {
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);

        await browser.OpenAsync(
            $"/connect/authorize?client_id=registry-cli&response_type=code&scope=registry&redirect_uri={Uri.EscapeDataString(Callback)}", Cancellation);

        Assert.Null(browser.Left);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("code_challenge", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_let_in_by_the_person_who_types_its_code()
    {
        var (_, device) = await PostAsync("/connect/device", ("client_id", "registry-cli"), ("scope", "registry"));
        var userCode = device.GetProperty("user_code").GetString()!;
        var (waiting, _) = await PollAsync(device);
        Assert.Equal(HttpStatusCode.BadRequest, waiting);
        using var browser = await WithPasswordAsync();

        await browser.OpenAsync("/connect/verify", Cancellation);
        await browser.SubmitAsync(Cancellation, ("name", "administrator"), ("password", Password));
        await browser.SubmitAsync(Cancellation, ("user_code", "0000-0000-0000"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.SubmitAsync(Cancellation, ("user_code", userCode));
        Assert.Contains("Command line", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync(Cancellation, ("decision", "allow"));
        Assert.Contains("close this window", browser.Html, StringComparison.Ordinal);

        var (status, tokens) = await PollAsync(device);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("fr_human=true", await WhoAsync(tokens));
    }

    [Fact]
    public async Task A_device_that_was_refused_gets_nothing()
    {
        var (_, device) = await PostAsync("/connect/device", ("client_id", "registry-cli"), ("scope", "registry"));
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);

        await browser.OpenAsync("/connect/verify?user_code=" + device.GetProperty("user_code").GetString(), Cancellation);
        await browser.SubmitAsync(Cancellation, ("decision", "deny"));

        var (status, answer) = await PollAsync(device);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("access_denied", answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_marking_station_is_let_in_by_the_person_who_types_its_code_and_renews_its_token()
    {
        using var http = _host.Client();
        var station = new DeviceSignIn(http, "registry-station", TimeProvider.System);
        await using var shown = new ShownCode();
        var waiting = station.SignInAsync(shown, Cancellation);
        using var browser = await WithPasswordAsync();
        await SignInAsync(browser, Password);
        await browser.OpenAsync("/connect/verify?user_code=" + await shown.Code.Task.WaitAsync(Cancellation), Cancellation);
        Assert.Contains("Marking station", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync(Cancellation, ("decision", "allow"));

        var tokens = await waiting;
        var renewed = await station.RenewAsync(tokens, Cancellation);

        using var client = _host.Client(renewed.AccessToken);
        Assert.Contains("fr_human=true", await client.GetFromJsonAsync<string[]>("/who", Cancellation) ?? []);
        Assert.Equal(tokens.Subject, renewed.Subject);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_every_refusal_reads_the_same()
    {
        using var browser = await WithPasswordAsync();
        var answers = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignInAsync(browser, "not the pass phrase");
            answers.Add(Alert().Match(browser.Html).Value);
        }

        await SignInAsync(browser, Password);
        answers.Add(Alert().Match(browser.Html).Value);
        await SignInAsync(browser, Password, "nobody-of-this-name");
        answers.Add(Alert().Match(browser.Html).Value);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotEqual("", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task A_form_from_elsewhere_and_a_return_to_elsewhere_are_refused()
    {
        using var browser = await WithPasswordAsync();
        await browser.ForgeAsync("/account/sign-in", Cancellation, ("name", "administrator"), ("password", Password));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);

        await browser.OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString("//elsewhere.example/"), Cancellation);
        await browser.SubmitAsync(Cancellation, ("name", "administrator"), ("password", Password));

        Assert.Null(browser.Left);
        Assert.Contains("You are signed in", browser.Html, StringComparison.Ordinal);
    }

    private async Task<Browser> WithPasswordAsync()
    {
        var path = await _host.WriteFirstLinkAsync(_folder, Cancellation);
        var browser = new Browser(_host.Address);
        await browser.OpenAsync("/account/link", Cancellation);
        await browser.SubmitAsync(Cancellation, ("secret", await SecretAsync(path!)), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return browser;
    }

    private static async Task SignInAsync(Browser browser, string password, string name = "administrator")
    {
        await browser.OpenAsync("/account/sign-in", Cancellation);
        await browser.SubmitAsync(Cancellation, ("name", name), ("password", password));
    }

    private static async Task<string> SecretAsync(string path) =>
        new Uri((await File.ReadAllLinesAsync(path, Cancellation))[0]).Fragment[1..];

    private async Task<(HttpStatusCode Status, JsonElement Json)> TokensAsync(
        Browser browser, string client, string callback, params (string Name, string Value)[] more)
    {
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await browser.OpenAsync(AuthorizeAddress(verifier, client, callback), Cancellation);
        var code = HttpUtility.ParseQueryString(browser.Left!.Query)["code"]!;
        return await PostAsync("/connect/token", [("grant_type", "authorization_code"), ("client_id", client), ("code", code),
            ("code_verifier", verifier), ("redirect_uri", callback), .. more]);
    }

    private async Task<HttpStatusCode> CallAsync(JsonElement tokens)
    {
        using var client = _host.Client(tokens.GetProperty("access_token").GetString());
        return (await client.GetAsync("/who", Cancellation)).StatusCode;
    }

    private static string AuthorizeAddress(string verifier, string client = "registry-cli", string callback = Callback)
    {
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return $"/connect/authorize?client_id={client}&response_type=code&scope=registry%20offline_access"
            + $"&redirect_uri={Uri.EscapeDataString(callback)}&code_challenge={challenge}&code_challenge_method=S256";
    }

    private Task<(HttpStatusCode Status, JsonElement Json)> ExchangeAsync(string code, string verifier) => PostAsync("/connect/token",
        ("grant_type", "authorization_code"), ("client_id", "registry-cli"), ("code", code), ("code_verifier", verifier), ("redirect_uri", Callback));

    private Task<(HttpStatusCode Status, JsonElement Json)> PollAsync(JsonElement device) => PostAsync("/connect/token",
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", "registry-cli"),
        ("device_code", device.GetProperty("device_code").GetString()!));

    private async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var client = _host.Client();
        var response = await client.PostAsync(
            path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancellation);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private async Task<string[]> WhoAsync(JsonElement tokens)
    {
        using var client = _host.Client(tokens.GetProperty("access_token").GetString());
        return await client.GetFromJsonAsync<string[]>("/who", Cancellation) ?? [];
    }

    [GeneratedRegex("<code id=\"key\">([A-Z2-7]+)</code>")]
    private static partial Regex KeyShown();

    [GeneratedRegex("<p role=\"alert\">[^<]*</p>")]
    private static partial Regex Alert();
}

/// <summary>The station's screen, as far as its code is on it.</summary>
file sealed class ShownCode : StringWriter
{
    public TaskCompletionSource<string> Code { get; } = new();

    public override Task WriteLineAsync(string? value)
    {
        Code.TrySetResult(value!.Split(' ')[^1]);
        return Task.CompletedTask;
    }
}
