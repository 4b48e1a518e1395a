using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>A token counts as far as its account does now, and not as far as it did when the token was made.</summary>
public sealed class StandingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Firearms = "/api/v1/firearms";

    [Fact]
    public async Task After_a_role_is_taken_away_the_next_write_with_the_same_token_is_refused_and_writes_nothing()
    {
        var registrar = host.ClientAs(Role.Registrar);
        await registrar.RegisteredAsync("STANDING-BEFORE");
        await ChangeAsync(Role.Registrar, "role-revocations", new { role = "registrar" });
        var before = await EventsAsync();

        var refused = await registrar.PostAsync(Firearms, FirearmRequests.Register("STANDING-AFTER"));

        Assert.Equal((403, "not-allowed"), (refused.Status, refused.Problem));
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task After_an_account_is_switched_off_its_token_is_none_any_more()
    {
        var statistician = host.ClientAs(Role.Statistician);
        (await statistician.GetAsync("/api/v1/indicators/sdg-16-4-2?year=2020")).Expect(200);

        await ChangeAsync(Role.Statistician, "disablements", new { });

        var refused = await statistician.GetAsync("/api/v1/indicators/sdg-16-4-2?year=2020");
        Assert.Equal((401, "not-signed-in"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task Another_server_refuses_when_five_seconds_are_over()
    {
        var time = new AdjustableTime();
        await using var other = await SignInHost.StartAsync(host.ConnectionString, time, TestContext.Current.CancellationToken);
        using var client = other.Client(await host.TokenAsync(Role.MarkingOperator, TimeSpan.FromHours(1)));
        var there = new RegistryClient(client);
        Assert.Equal(404, (await there.GetAsync($"{Firearms}/{Guid.CreateVersion7()}")).Status);
        await ChangeAsync(Role.MarkingOperator, "role-revocations", new { role = "marking_operator" });

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(403, (await there.GetAsync($"{Firearms}/{Guid.CreateVersion7()}")).Status);
    }

    private async Task ChangeAsync(Role of, string change, object body)
    {
        var administrator = host.ClientAs(Role.Administrator);
        var name = "demo-" + Codes.Of(of).Replace('_', '-');
        var users = (await administrator.GetAsync("/api/v1/users")).Expect(200).Body!["items"]!.AsArray();
        var user = users.Single(user => user!["userName"]!.GetValue<string>() == name)!;
        (await administrator.PostAsync(
            $"/api/v1/users/{user["id"]}/{change}", body, user["version"]!.GetValue<long>())).Expect(200);
    }

    private Task<long> EventsAsync() => host.ScalarAsync<long>("select count(*) from registry.mt_events where type <> 'tombstone'");
}
