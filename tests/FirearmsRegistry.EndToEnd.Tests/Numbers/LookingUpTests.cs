using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

/// <summary>A number is a mark: who asks for it learns which arm carries it.</summary>
public sealed class LookingUpTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly NumberScenario _numbers = new(host);

    [Fact]
    public async Task Every_answer_that_shows_which_arm_carries_a_number_needs_a_reason()
    {
        var series = await _numbers.OpenAsync("A");
        var issue = (await _numbers.IssueAsync(series, 1)).Expect(201);

        foreach (var path in new[] { $"{series}/numbers/{NumberScenario.NumbersOf(issue)[0]}", $"{series}/numbers", issue.Location! })
        {
            var answer = await _numbers.Registrar.GetAsync(path);
            Assert.Equal((400, "query-reason-required"), (answer.Status, answer.Problem));
            Assert.Equal("header:Query-Reason", answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Every_look_up_of_a_number_stands_in_the_access_log_with_the_arm_that_it_showed()
    {
        var series = await _numbers.OpenAsync("B");
        var firearm = (await _numbers.Registrar.RegisteredAsync("NUMBER-LOG-1")).Id;
        var issue = (await _numbers.IssueAsync(series, 1, [firearm])).Expect(201);

        foreach (var path in new[] { $"{series}/numbers/{NumberScenario.NumbersOf(issue)[0]}", $"{series}/numbers", issue.Location! })
            (await _numbers.Registrar.GetAsync(path, RegistryClient.Reason)).Expect(200);

        Assert.Equal("list_numbers,read_number,read_number_issue", await host.ScalarAsync<string>(
            "select string_agg(action, ',' order by action) from registry.access_log where $1 = any(record_ids) and case_reference = 'CASE-1'",
            firearm));
    }

    [Fact]
    public async Task A_refused_voiding_does_not_tell_which_arm_carries_the_number()
    {
        var series = await _numbers.OpenAsync("C");
        var number = (await _numbers.NumbersAsync(series, 1))[0];
        var request = FirearmRequests.Register("NUMBER-HIDDEN-1");
        request["mark"] = new JsonObject
        {
            ["kind"] = "national_number",
            ["text"] = number,
            ["component"] = "frame",
            ["location"] = "left side",
            ["exposed"] = true,
            ["method"] = "stamping",
            ["heightMm"] = new JsonObject { ["is"] = "known", ["value"] = 2.0 },
            ["depthMm"] = new JsonObject { ["is"] = "known", ["value"] = 0.12 },
            ["appliedHere"] = true,
            ["on"] = "2020-03-02",
        };
        var firearm = (await _numbers.Registrar.PostAsync("/api/v1/firearms", request)).Expect(201);

        var refused = await _numbers.VoidAsync(series, number, "By itself.", 2);

        Assert.Equal((409, "number-on-firearm"), (refused.Status, refused.Problem));
        Assert.DoesNotContain(firearm.Id.ToString(), refused.Body!.ToJsonString(), StringComparison.Ordinal);
    }
}
