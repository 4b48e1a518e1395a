using System.Text.Json;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.SigningIn;

/// <summary>Who is signed in.</summary>
/// <param name="Subject">The person's user id.</param>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="RefreshToken">Renews it; none where it cannot be renewed.</param>
internal sealed record Tokens(string Subject, string AccessToken, DateTimeOffset ExpiresAt, string? RefreshToken);

/// <summary>Keeps the tokens in the station's folder and renews them.</summary>
internal sealed class TokenFile(string path, DeviceSignIn issuer, TimeProvider time) : ITokens, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Tokens? _tokens;

    /// <summary>The person who is signed in.</summary>
    /// <exception cref="StationException">Nobody is.</exception>
    public string Subject => Load().Subject;

    public void Save(Tokens tokens)
    {
        StationFolder.WritePrivate(path, JsonSerializer.Serialize(tokens));
        _tokens = tokens;
    }

    public async Task<string> AccessTokenAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            var tokens = Load();
            if (time.GetUtcNow() < tokens.ExpiresAt - Early)
                return tokens.AccessToken;
            if (tokens.RefreshToken is null)
                throw NotSignedIn();
            Save(await issuer.RenewAsync(tokens, token));
            return _tokens!.AccessToken;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Tokens Load()
    {
        if (_tokens is not null)
            return _tokens;
        if (!File.Exists(path))
            throw NotSignedIn();
        try
        {
            return _tokens = JsonSerializer.Deserialize<Tokens>(File.ReadAllBytes(path)) ?? throw NotSignedIn();
        }
        catch (JsonException)
        {
            throw NotSignedIn();
        }
    }

    private static StationException NotSignedIn() => new("Nobody is signed in: 'registry-station sign-in'.");
}
