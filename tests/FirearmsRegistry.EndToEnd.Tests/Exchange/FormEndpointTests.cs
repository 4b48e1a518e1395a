using System.Net;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

public sealed class FormEndpointTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Theory]
    [InlineData("atf-3312-1", "html", "text/html")]
    [InlineData("atf-3312-1", "csv", "text/csv")]
    [InlineData("iarms", "txt", "text/plain")]
    public async Task A_form_is_a_disclosure_that_is_logged_with_its_recipient(string form, string format, string mediaType)
    {
        var request = await host.AskAsync(await host.SeizeAsync($"FORM-{format}", Known<Guid>.Unknown));

        using var answer = await GetAsync($"{request}/forms/{form}?format={format}", RegistryClient.Reason);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"FORM-{format}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(form == "iarms" ? "INTERPOL" : "National Tracing Center", await host.ScalarAsync<string>(
            "select data -> 'disclosure' -> 'recipient' ->> 'name' from registry.mt_events where stream_id = $1 and type = 'trace_data_disclosed'", request));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.access_log where action = 'read_trace_form' and record_ids = array[$1]", request));
    }

    [Fact]
    public async Task Without_a_reason_of_an_unknown_form_or_format_nothing_leaves()
    {
        var request = await host.AskAsync(await host.SeizeAsync("FORM-9", Known<Guid>.Unknown));

        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync($"{request}/forms/iarms", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"{request}/forms/other", RegistryClient.Reason)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync($"{request}/forms/iarms?format=xls", RegistryClient.Reason)).StatusCode);
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_data_disclosed'", request));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? reason)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, $"{TraceScenario.Requests}/{path}");
        if (reason is not null)
            question.Headers.Add("Query-Reason", reason);
        return await host.ClientAs(Role.ContactPoint).Http.SendAsync(question, TestContext.Current.CancellationToken);
    }
}
