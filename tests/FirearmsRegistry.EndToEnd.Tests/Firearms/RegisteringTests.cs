using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

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
        var second = (await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-1"), key: key)).Expect(201);
        var other = await client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RK-2"), key: key);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Problem));
    }

    [Fact]
    public async Task Of_eight_racing_registrations_of_one_serial_one_is_made_and_seven_see_it()
    {
        var client = host.ClientAs(Role.Registrar);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("/api/v1/firearms", FirearmRequests.Register("RACE-1"))));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal((409, "look-alike"), (answer.Status, answer.Problem)));
    }
}
