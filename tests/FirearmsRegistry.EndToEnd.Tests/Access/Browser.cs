using System.Net;
using System.Text.RegularExpressions;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>What a person's browser does with plain pages: keeps cookies, follows redirects on the same server, sends forms.</summary>
public sealed partial class Browser(Uri server) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = server,
        DefaultRequestHeaders = { Accept = { new("text/html"), new("*/*") } },
    };

    /// <summary>Where the last answer sent the browser when it was another server, such as a program's callback.</summary>
    public Uri? Left { get; private set; }

    public HttpStatusCode Status { get; private set; }

    public string Html { get; private set; } = "";

    public Task OpenAsync(string address, CancellationToken cancellation) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellation);

    /// <summary>Fills in the first form of the page as shown, hidden fields included, and sends it.</summary>
    public Task SubmitAsync(CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        var values = HiddenField().Matches(Html.Split("</form>")[0]).Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value));
        var action = WebUtility.HtmlDecode(Action().Match(Html).Groups[1].Value);
        return FollowAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) }, cancellation);
    }

    /// <summary>Sends a form that was not taken from a page of this server.</summary>
    public Task ForgeAsync(string address, CancellationToken cancellation, params (string Name, string Value)[] fields) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        }, cancellation);

    public void Dispose() => _client.Dispose();

    private async Task FollowAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        Left = null;
        for (var hop = 0; hop < 10; hop++)
        {
            using var response = await _client.SendAsync(request, cancellation);
            Status = response.StatusCode;
            Html = await response.Content.ReadAsStringAsync(cancellation);
            if (response.Headers.Location is not { } location)
            {
                return;
            }
            var next = new Uri(server, location);
            if (next.Authority != server.Authority)
            {
                Left = next;
                return;
            }
            request = new HttpRequestMessage(HttpMethod.Get, next);
        }
        Assert.Fail("The pages redirect in a circle.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\" novalidate>")]
    private static partial Regex Action();
}
