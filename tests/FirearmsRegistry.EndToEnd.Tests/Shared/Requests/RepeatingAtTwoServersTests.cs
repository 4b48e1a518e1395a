using FirearmsRegistry.EndToEnd.Tests.Access;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Requests;

/// <summary>Two servers on one database, as behind a proxy that sends a repeated request to the other one.</summary>
public sealed class RepeatingAtTwoServersTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_key_at_once_at_both_creates_once()
    {
        await using var second = await SignInHost.StartAsync(host.ConnectionString, TimeProvider.System, Cancellation);
        var servers = await ServersAsync(second);
        for (var round = 0; round < 10; round++)
        {
            var body = FirearmRequests.Register($"TWO-SERVERS-{round}");
            var key = Guid.CreateVersion7().ToString();
            var before = await EventsAsync();

            var answers = await Task.WhenAll(servers.Concat(servers).Select(server => server.PostAsync("/api/v1/firearms", body, key: key)));

            AssertOneEffect(answers, 201);
            // The registration and its mark.
            Assert.Equal(before + 2, await EventsAsync());
        }
    }

    [Fact]
    public async Task The_same_key_at_once_at_both_changes_once()
    {
        await using var second = await SignInHost.StartAsync(host.ConnectionString, TimeProvider.System, Cancellation);
        var servers = await ServersAsync(second);
        for (var round = 0; round < 10; round++)
        {
            var firearm = await servers[0].RegisteredAsync($"TWO-SERVERS-CHANGE-{round}");
            var mark = firearm.Body!["marks"]![0]!;
            var body = new { readText = mark["mark"]!["text"]!.GetValue<string>(), verifiedOn = "2020-03-02" };
            var key = Guid.CreateVersion7().ToString();
            var before = await EventsAsync();

            var answers = await Task.WhenAll(servers.Concat(servers).Select(server =>
                server.PostAsync($"{firearm.Location}/marks/{mark["markId"]}/verifications", body, firearm.Version, key)));

            AssertOneEffect(answers, 200);
            Assert.Equal(before + 1, await EventsAsync());
        }
    }

    private static void AssertOneEffect(ApiAnswer[] answers, int done)
    {
        Assert.All(answers, answer => Assert.True(
            answer.Status == done || (answer.Status, answer.Problem) == (409, "request-in-progress"),
            $"{answer.Status}: {answer.Body?.ToJsonString()}"));
        Assert.Single(answers.Where(answer => answer.Status == done).Select(answer => (answer.Location, answer.ETag)).Distinct());
    }

    private async Task<RegistryClient[]> ServersAsync(SignInHost second) =>
        [host.ClientAs(Role.Registrar), new RegistryClient(second.Client(await host.TokenAsync(Role.Registrar, TimeSpan.FromHours(1))))];

    private Task<long> EventsAsync() => host.ScalarAsync<long>("select count(*) from registry.mt_events where type <> 'tombstone'");
}
