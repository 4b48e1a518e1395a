using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>The ministry's own issuer, played by a second server with keys of its own.</summary>
public sealed class OutsideIssuerTests(TestDatabases databases) : IAsyncLifetime
{
    private const string Audience = "the-registry";

    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication _ministry = null!;
    private SignInHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Authority => _ministry.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _ministry = builder.Build();
        _ministry.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = Authority + "/keys" }));
        _ministry.MapGet("/keys", () =>
        {
            var key = _rsa.ExportParameters(false);
            return Results.Json(new
            {
                keys = new[] { new { kty = "RSA", use = "sig", kid = "ministry", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
            });
        });
        await _ministry.StartAsync(Cancellation);
        _host = await SignInHost.StartAsync(
            await databases.CreateAsync("access"), TimeProvider.System, Cancellation,
            ("Authentication:Authority", Authority),
            ("Authentication:Audience", Audience),
            ("Authentication:RoleClaim", "realm_access.roles"),
            ("Authentication:RoleMapping:weapons-office", "registrar"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _ministry.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task Its_roles_are_translated_and_only_those_that_are_mapped()
    {
        var client = _host.Client(Token(Audience, _rsa, ["weapons-office", "administrator"]));

        var who = await client.GetFromJsonAsync<string[]>("/who", Cancellation);

        Assert.Equal(["role=registrar"], who!.Where(claim => claim.StartsWith("role=", StringComparison.Ordinal)));
        Assert.Contains("fr_human=true", who!);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/registrars", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_role_and_a_human_marker_in_this_registry_s_own_words_count_for_nothing()
    {
        var who = await _host.Client(Token(Audience, _rsa, [], program: true)).GetFromJsonAsync<string[]>("/who", Cancellation);

        Assert.DoesNotContain(who!, claim => claim.StartsWith("role=", StringComparison.Ordinal));
        Assert.DoesNotContain(who!, claim => claim.StartsWith("fr_human", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_audience_or_another_key_is_refused()
    {
        using var stranger = RSA.Create(2048);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token("another-program", _rsa, ["weapons-office"])));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(Audience, stranger, ["weapons-office"])));
    }

    [Fact]
    public async Task The_embedded_issuer_and_its_users_are_not_there()
    {
        var client = _host.Client(Token(Audience, _rsa, ["weapons-office"]));

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/connect/token", null, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/account/sign-in", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/users", Cancellation)).StatusCode);
    }

    private async Task<HttpStatusCode> StatusAsync(string token) => (await _host.Client(token).GetAsync("/who", Cancellation)).StatusCode;

    private string Token(string audience, RSA key, string[] roles, bool program = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object> { ["sub"] = "person-17", ["realm_access"] = new Dictionary<string, object> { ["roles"] = roles } };
        if (program)
        {
            claims["role"] = "administrator";
            claims["fr_human"] = "true";
        }
        else
        {
            claims["auth_time"] = now.ToUnixTimeSeconds();
        }
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddMinutes(10).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = "ministry" }, SecurityAlgorithms.RsaSha256),
        });
    }
}
