using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports;

/// <summary>An arm that was made, sold, lost, recovered, sold again and seized, and its trace.</summary>
internal static class ReportScenario
{
    public const string Dealer = "Armería Ejemplo, S.L.";

    public static async Task<Guid> PartyAsync(this RegistryHost host, string name, string category)
    {
        var party = PartyRequests.Registration(name);
        party["category"] = category;
        return (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", party)).Expect(201).Id;
    }

    /// <summary>A trace that has run; the arm's mark is the serial.</summary>
    public static async Task<Guid> TracedAsync(this RegistryHost host, string serial, Guid dealer, Guid buyer)
    {
        var loss = new FirearmReportedLost(Guid.CreateVersion7(), LossKind.Stolen, Known.Of(On("2016-03-01")), On("2016-03-02"), Short("REP-16/7"));
        await host.RegisterAsync(serial, Known.Of(dealer),
            Sale(dealer, buyer, "2015-02-03", "LIC-1"),
            loss,
            new FirearmRecovered(loss.LossId, On("2017-01-05"), Note.Parse("Found at a border check.").GetOrThrow()),
            Sale(buyer, dealer, "2018-04-01", "LIC-2"),
            Sale(dealer, buyer, "2019-06-15", "LIC-3"));
        var request = await host.AskAsync(await host.SeizeAsync(serial, Known<Guid>.None));
        await host.SearchAsync(request);
        return request;
    }

    public static FirearmTransferred Sale(Guid from, Guid to, string on, string basis) =>
        new(Guid.CreateVersion7(), TransferKind.Sale, Known.Of(from), Known.Of(to), Short(basis), null, On(on));

    public static Task<ApiAnswer> IssueAsync(
        this RegistryHost host, Guid request, string language, Role role = Role.Investigator, JsonObject? addressee = null) =>
        host.ClientAs(role).SendAsync(HttpMethod.Post, $"{TraceScenario.Requests}/{request}/reports",
            new JsonObject { ["language"] = language, ["purpose"] = "For the public prosecutor.", ["addressee"] = addressee }, message =>
            {
                message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
                message.Headers.Add("Query-Reason", RegistryClient.Reason);
            });

    public static async Task<(int Status, string? MediaType, byte[] Body)> ReadAsync(
        this RegistryHost host, string path, Role role = Role.Investigator, string? reason = RegistryClient.Reason, string? accept = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        if (reason is not null)
            message.Headers.Add("Query-Reason", reason);
        if (accept is not null)
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var answer = await host.ClientAs(role).Http.SendAsync(message, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType,
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static PartialDate On(string date) => PartialDate.Parse(date).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
