using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;

namespace FirearmsRegistry.EndToEnd.Tests.Seizures;

public sealed class CountingOnceTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly RegistryClient _client = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task Of_eight_agencies_that_report_one_arm_at_once_one_counts_and_seven_see_it()
    {
        var seizures = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.SeizureAsync()));

        var answers = await Task.WhenAll(
            seizures.Select(seizure => _client.PostAsync($"/api/v1/seizures/{seizure}/items", SeizureCalls.Item("RACE-1"))));

        var counted = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != counted), answer =>
        {
            Assert.Equal((409, "already-recorded"), (answer.Status, answer.Problem));
            Assert.Equal(counted.Id, answer.Body!["items"]![0]!["itemId"]!.GetValue<Guid>());
        });
    }

    [Fact]
    public async Task A_second_report_is_linked_and_does_not_hide_a_third()
    {
        var seizure = await _client.SeizureAsync();
        var first = await _client.ItemAsync(seizure, SeizureCalls.Item("LINK-1"));
        var second = SeizureCalls.Item("LINK-1");
        second["duplicateOf"] = SeizureCalls.Json(SeizureExamples.Duplicate with { ItemId = first.Id });

        var linked = await _client.ItemAsync(seizure, second);
        var third = await _client.PostAsync($"/api/v1/seizures/{seizure}/items", SeizureCalls.Item("L1NK-I"));

        Assert.Equal(first.Id, linked.Body!["duplicateOf"]!.GetValue<Guid>());
        Assert.Equal([first.Id], third.Body!["items"]!.AsArray().Select(item => item!["itemId"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task A_duplicate_is_linked_to_the_item_that_counts_and_to_no_other()
    {
        var seizure = await _client.SeizureAsync();
        var first = await _client.ItemAsync(seizure, SeizureCalls.Item("CHAIN-1"));
        var second = await _client.ItemAsync(seizure, SeizureCalls.Item("CHAIN-2"));
        var third = await _client.ItemAsync(seizure, SeizureCalls.Item("CHAIN-3"));

        (await LinkAsync(second, first.Id)).Expect(200);

        Assert.Equal("not-a-duplicate", (await LinkAsync(third, second.Id)).Expect(409).Problem);
        Assert.Equal("not-a-duplicate", (await LinkAsync(first, third.Id)).Expect(409).Problem);
        Assert.Equal("not-a-duplicate", (await LinkAsync(third, third.Id)).Expect(409).Problem);
        Assert.Equal("not-a-duplicate", (await LinkAsync(third, Guid.CreateVersion7())).Expect(409).Problem);
        var free = (await _client.ActAsync(second, "duplicates/withdrawals", SeizureExamples.Unlink)).Expect(200);
        Assert.Null(free.Body!["duplicateOf"]);
    }

    [Fact]
    public async Task One_registered_firearm_counts_once_whatever_was_read_from_it()
    {
        var firearm = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/firearms", FirearmExamples.Register)).Expect(201).Id;
        var seizure = await _client.SeizureAsync();
        var known = SeizureCalls.Item("REG-1");
        known["item"]!["registeredFirearm"] = firearm;
        await _client.ItemAsync(seizure, known);
        var other = await _client.ItemAsync(seizure, SeizureCalls.Item("REG-2"));
        var identification = SeizureExamples.Identification with { FirearmId = firearm };

        Assert.Equal("already-recorded", (await _client.ActAsync(other, "identifications", identification)).Expect(409).Problem);
        var distinct = identification with { ConfirmedDistinct = SeizureExamples.Reason };
        var identified = (await _client.ActAsync(other, "identifications", distinct)).Expect(200);
        Assert.Equal(firearm, identified.Body!["firearmId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_restored_number_finds_the_arm_that_is_on_record()
    {
        var seizure = await _client.SeizureAsync();
        await _client.ItemAsync(seizure, SeizureCalls.Item("REST-77"));
        var erased = await _client.ItemAsync(seizure, SeizureCalls.Item("", "erased"));
        var restoration = SeizureCalls.Json(SeizureExamples.Restoration);
        restoration["serial"] = "REST-77";

        Assert.Equal("already-recorded", (await _client.ActAsync(erased, "restorations", restoration)).Expect(409).Problem);
        restoration["serial"] = "REST-78";
        Assert.Equal("1.7", (await _client.ActAsync(erased, "restorations", restoration)).Expect(200).Body!["outcome"]!["line"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GH 26 A0000001 TG", "gh26a0000001tg")]
    [InlineData("GH 26 A0000002 SR", "GH 26 AO0OOOO2 5R")]
    public async Task Two_arms_with_one_national_number_are_the_same_whatever_else_was_read(string one, string other)
    {
        var seizure = await _client.SeizureAsync();
        var first = await _client.ItemAsync(seizure, Numbered(one, $"NN-{one[^4]}-1"));
        var second = Numbered(other, $"NN-{one[^4]}-2");

        var refused = await _client.PostAsync($"/api/v1/seizures/{seizure}/items", second);

        Assert.Equal((409, "already-recorded", first.Id), (refused.Status, refused.Problem, refused.Body!["items"]![0]!["itemId"]!.GetValue<Guid>()));
        var linked = second.DeepClone();
        linked["duplicateOf"] = SeizureCalls.Json(SeizureExamples.Duplicate with { ItemId = first.Id });
        Assert.Equal(first.Id, (await _client.ItemAsync(seizure, linked)).Body!["duplicateOf"]!.GetValue<Guid>());
        second["confirmedDistinct"] = SeizureExamples.Reason.ToString();
        Assert.Null((await _client.ItemAsync(seizure, second)).Body!["duplicateOf"]);
    }

    [Fact]
    public async Task Of_eight_agencies_that_report_one_national_number_at_once_one_counts()
    {
        var seizure = await _client.SeizureAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(agency =>
            _client.PostAsync($"/api/v1/seizures/{seizure}/items", Numbered("GH 26 A0000007 XX", $"NNRACE-{agency}"))));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal((409, "already-recorded"), (answer.Status, answer.Problem)));
    }

    [Fact]
    public async Task A_corrected_or_restored_national_number_finds_the_arm_that_is_on_record()
    {
        const string number = "GH 26 A0000003 S2";
        var seizure = await _client.SeizureAsync();
        await _client.ItemAsync(seizure, Numbered(number, "NNC-1"));
        var misread = await _client.ItemAsync(seizure, Numbered("GH 26 A0000008 S2", "NNC-2"));
        var corrected = SeizureCalls.Json(SeizureExamples.CorrectItem);
        corrected["item"] = Numbered(number, "NNC-2")["item"]!.DeepClone();
        Assert.Equal("already-recorded", (await _client.ActAsync(misread, "corrections", corrected)).Expect(409).Problem);
        var erased = await _client.ItemAsync(seizure, SeizureCalls.Item("", "erased"));
        var restoration = SeizureCalls.Json(SeizureExamples.Restoration);
        restoration.AsObject().Remove("serial");
        restoration["restoredText"] = number;

        Assert.Equal("already-recorded", (await _client.ActAsync(erased, "restorations", restoration)).Expect(409).Problem);
    }

    private static JsonNode Numbered(string number, string serial)
    {
        var request = SeizureCalls.Item(serial);
        var mark = request["item"]!["marks"]![0]!.DeepClone();
        mark["kind"] = "national_number";
        mark["text"] = number;
        mark.AsObject().Remove("serial");
        request["item"]!["marks"]!.AsArray().Add(mark);
        return request;
    }

    private Task<ApiAnswer> LinkAsync(ApiAnswer item, Guid original) =>
        _client.ActAsync(item, "duplicates", SeizureExamples.Duplicate with { ItemId = original });
}
