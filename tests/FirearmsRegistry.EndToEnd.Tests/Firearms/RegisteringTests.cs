using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

public sealed class RegisteringTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_registered_firearm_can_be_read_with_its_mark()
    {
        var client = host.ClientAs(Role.Registrar);

        var created = (await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RM-1"))).Expect(201);
        var read = (await client.GetAsync(created.Location!)).Expect(200);

        Assert.Equal("\"2\"", created.ETag);
        Assert.Equal("\"2\"", read.ETag);
        Assert.Equal("RM-1", read.Body!["marks"]![0]!["mark"]!["serial"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(created.Body, read.Body));
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_answer_and_writes_nothing()
    {
        var client = host.ClientAs(Role.Registrar);
        var key = Guid.CreateVersion7().ToString();

        var first = (await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-1"), key: key)).Expect(201);
        var events = await EventsAsync();
        var second = (await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-1"), key: key)).Expect(201);
        var other = await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-2"), key: key);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Problem));
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task A_repeated_key_is_answered_where_an_id_that_the_caller_chose_is_taken_by_the_first_request()
    {
        var client = host.ClientAs(Role.Registrar);
        var key = Guid.CreateVersion7().ToString();
        // Without a serial there are no look-alikes: only the mark's own id stands in the way of a second registration.
        var request = FirearmRequests.Register("RK-3");
        request["mark"]!.AsObject().Remove("serial");
        request["mark"]!["id"] = Guid.CreateVersion7().ToString();

        var first = await client.PostAsync("/api/v1/firearms", request, key: key);
        var second = await client.PostAsync("/api/v1/firearms", request, key: key);

        first.Expect(201);
        Assert.Equal((first.Status, first.Location, first.ETag), (second.Status, second.Location, second.ETag));
    }

    [Fact]
    public async Task A_repeated_change_is_answered_though_the_firearm_has_moved_on()
    {
        var client = host.ClientAs(Role.Registrar);
        var firearm = (await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-4"))).Expect(201);
        var path = $"{firearm.Location}/marks";
        var mark = FirearmRequests.Register("RK-5")["mark"]!;
        mark["kind"] = "other";
        var key = Guid.CreateVersion7().ToString();

        var first = (await client.PostAsync(path, new JsonObject { ["mark"] = mark.DeepClone() }, ifMatch: firearm.Version, key: key)).Expect(201);
        var again = (await client.PostAsync(path, new JsonObject { ["mark"] = mark.DeepClone() }, ifMatch: firearm.Version, key: key)).Expect(201);

        Assert.Equal((first.Location, first.ETag), (again.Location, again.ETag));
    }

    [Fact]
    public async Task The_id_of_a_mark_on_another_firearm_is_taken()
    {
        var client = host.ClientAs(Role.Registrar);
        var taken = (await client.RegisteredAsync("MARK-ID-1")).Body!["marks"]![0]!["markId"]!;
        var second = FirearmRequests.Register("MARK-ID-2");
        second["mark"]!["id"] = taken.DeepClone();
        var before = await EventsAsync();

        var registered = await client.PostAsync("/api/v1/firearms", second);

        Assert.Equal((409, "id-taken"), (registered.Status, registered.Problem));
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task Of_eight_racing_registrations_of_one_serial_one_is_made_and_seven_see_it()
    {
        var client = host.ClientAs(Role.Registrar);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RACE-1"))));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal((409, "look-alike"), (answer.Status, answer.Problem)));
    }

    private async Task<long> EventsAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from registry.mt_events where type <> 'tombstone'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
