using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FirearmsRegistry.Station.Speaking;

/// <summary>Speaks the registry's API in the name of the person who is signed in, and keeps an eye on its clock.</summary>
/// <remarks>
/// After a question without an answer none is asked for a while, so that work without a network does not wait for one at each step.
/// </remarks>
internal sealed class RegistryApi(HttpClient http, ITokens tokens, StationClock clock, TimeSpan silence)
{
    private DateTimeOffset _silentUntil;

    /// <summary>The last comparison of the clocks.</summary>
    public ClockComparison? Compared => clock.Last;

    /// <summary>Reads.</summary>
    /// <exception cref="UnreachableException">There was no answer.</exception>
    public Task<Reply> GetAsync(string path, CancellationToken token) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), token);

    /// <summary>Writes, under a key with which the same can be sent again after a lost answer.</summary>
    /// <exception cref="UnreachableException">There was no answer; the write may have happened.</exception>
    public Task<Reply> PostAsync(string path, JsonNode body, long? version, Guid key, CancellationToken token)
    {
        var json = Encoding.UTF8.GetBytes(body.ToJsonString());
        return SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(json) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("Idempotency-Key", key.ToString());
            if (version is { } known)
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{known}\""));
            return request;
        }, token);
    }

    private async Task<Reply> SendAsync(Func<HttpRequestMessage> make, CancellationToken token)
    {
        if (clock.Now < _silentUntil)
            throw new UnreachableException(null);
        using var request = make();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.AccessTokenAsync(token));
        try
        {
            var asked = clock.Now;
            using var response = await http.SendAsync(request, token);
            var text = await response.Content.ReadAsByteArrayAsync(token);
            if (response.Headers.Date is { } date)
                clock.Heard(date, asked, clock.Now);
            var status = (int)response.StatusCode;
            if (status is 502 or 503 or 504)
                throw new UnreachableException(null);
            return new Reply(status, Parse(text), Reply.VersionOf(response.Headers.ETag));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            _silentUntil = clock.Now + silence;
            throw new UnreachableException(fault);
        }
    }

    private static JsonElement Parse(byte[] text)
    {
        try
        {
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Not the registry's words, but perhaps a proxy's page; the status alone counts.
            return default;
        }
    }
}

/// <summary>Gives the access token of the person who is signed in.</summary>
internal interface ITokens
{
    /// <summary>A token that is still good.</summary>
    /// <exception cref="UnreachableException">It has to be renewed, and there is no network.</exception>
    /// <exception cref="StationException">Nobody is signed in.</exception>
    Task<string> AccessTokenAsync(CancellationToken token);
}
