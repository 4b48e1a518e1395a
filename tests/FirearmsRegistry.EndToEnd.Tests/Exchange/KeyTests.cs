using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

public sealed class KeyTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Keys = "/api/v1/exchange/keys";

    [Fact]
    public async Task A_key_is_made_announced_replaced_with_an_overlap_and_withdrawn()
    {
        Assert.Equal("exchange-key-missing", (await SignAsync()).Refusal);
        var first = (await AdministerAsync(Keys, new JsonObject())).Expect(201);
        Assert.Equal(Name(first), (await SignAsync()).KeyName);

        Assert.Equal("exchange-key-too-soon", (await AdministerAsync(Keys, new JsonObject { ["activeFrom"] = host.Time.GetUtcNow().AddHours(1) })).Problem);
        var second = (await AdministerAsync(Keys, new JsonObject())).Expect(201);
        Assert.Equal(Name(first), (await SignAsync()).KeyName);
        Assert.Equal("exchange-key-announced", (await AdministerAsync(Keys, new JsonObject())).Problem);
        Assert.Equal([Name(first), Name(second)], await PublishedAsync());

        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(Name(second), (await SignAsync()).KeyName);
        Assert.Equal([Name(first), Name(second)], await PublishedAsync());

        host.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal([Name(second)], await PublishedAsync());

        (await AdministerAsync($"{Keys}/{second.Id}/withdrawals", new JsonObject { ["reason"] = "A back-up was lost." }, second.Version)).Expect(200);
        Assert.Empty(await PublishedAsync());
        Assert.Equal("exchange-key-missing", (await SignAsync()).Refusal);
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.mt_events where type like 'exchange_key%' and data::text like '%PRIVATE%'"));
    }

    private static string Name(ApiAnswer made) => made.Id.ToString("N");

    private async Task<ApiAnswer> AdministerAsync(string path, JsonObject body, long? version = null)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await host.TokenAsync(Role.Administrator, TimeSpan.FromHours(1)));
        return await new RegistryClient(client).PostAsync(path, body, version);
    }

    private async Task<IReadOnlyList<string>> PublishedAsync() => [.. (await new RegistryClient(host.Anonymous()).GetAsync(Keys)).Expect(200)
        .Body!["keys"]!.AsArray().Select(key => key!["kid"]!.GetValue<string>())];

    private async Task<(string? KeyName, string? Refusal)> SignAsync()
    {
        var signed = await host.Services.GetRequiredService<ExchangeKeyRing>().SignAsync(
            SignedTypes.Receipt, "{}"u8.ToArray(), Guid.CreateVersion7(), ForeignRegistry.Portugal, TestContext.Current.CancellationToken);
        return signed.Refused(out var refusal, out var text) ? (null, refusal.Name) : (UnverifiedJws.Read(text, SignedTypes.Receipt).Value.KeyName, null);
    }
}
