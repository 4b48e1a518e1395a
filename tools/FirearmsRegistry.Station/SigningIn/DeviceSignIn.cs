using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.SigningIn;

/// <summary>A person lets this program in by typing its code in a browser (device authorization grant, RFC 8628).</summary>
internal sealed class DeviceSignIn(HttpClient http, string clientId, TimeProvider time)
{
    private const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>Shows the code and waits until it was typed.</summary>
    /// <exception cref="StationException">The person refused, or the code expired.</exception>
    public async Task<Tokens> SignInAsync(TextWriter output, CancellationToken token)
    {
        var (_, asked) = await PostAsync("connect/device", token, ("client_id", clientId), ("scope", "registry offline_access"));
        if (!asked.TryGetProperty("device_code", out var device))
            throw Refused(asked);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Open {asked.GetProperty("verification_uri").GetString()} and type {asked.GetProperty("user_code").GetString()}"));
        var pause = TimeSpan.FromSeconds(asked.TryGetProperty("interval", out var interval) ? interval.GetInt32() : 5);
        while (true)
        {
            var (_, answer) = await PostAsync("connect/token", token,
                ("grant_type", DeviceCode), ("client_id", clientId), ("device_code", device.GetString()!));
            if (answer.TryGetProperty("access_token", out _))
                return Read(answer, null);
            switch (answer.GetProperty("error").GetString())
            {
                case "slow_down":
                    pause += TimeSpan.FromSeconds(5);
                    break;
                case "authorization_pending":
                    break;
                default:
                    throw Refused(answer);
            }

            await Task.Delay(pause, time, token);
        }
    }

    /// <summary>Renews tokens.</summary>
    /// <exception cref="UnreachableException">There is no network.</exception>
    /// <exception cref="StationException">The registry does not let the person go on.</exception>
    public async Task<Tokens> RenewAsync(Tokens tokens, CancellationToken token)
    {
        var (_, answer) = await PostAsync("connect/token", token,
            ("grant_type", "refresh_token"), ("client_id", clientId), ("refresh_token", tokens.RefreshToken!));
        return answer.TryGetProperty("access_token", out _) ? Read(answer, tokens.RefreshToken) : throw Refused(answer);
    }

    /// <summary>Takes over an access token that was got by other means, such as the demo's.</summary>
    /// <exception cref="StationException">It is no token.</exception>
    public static Tokens Of(string accessToken, string? refreshToken)
    {
        try
        {
            var claims = JsonElement.Parse(Base64Url.DecodeFromChars(accessToken.Split('.')[1]));
            return new Tokens(claims.GetProperty("sub").GetString()!, accessToken,
                DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()), refreshToken);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new StationException("This is no access token of the registry.", fault);
        }
    }

    private static Tokens Read(JsonElement answer, string? before) => Of(
        answer.GetProperty("access_token").GetString()!, answer.TryGetProperty("refresh_token", out var refresh) ? refresh.GetString() : before);

    private static StationException Refused(JsonElement answer) => new("The registry did not let you in: "
        + (answer.TryGetProperty("error_description", out var why) ? why.GetString() : answer.ToString()));

    private async Task<(int Status, JsonElement Json)> PostAsync(string path, CancellationToken token, params (string Name, string Value)[] fields)
    {
        try
        {
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            using var response = await http.PostAsync(new Uri(path, UriKind.Relative), form, token);
            return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(token)));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            throw new UnreachableException(fault);
        }
    }
}
