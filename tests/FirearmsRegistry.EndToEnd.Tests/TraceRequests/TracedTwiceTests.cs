using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.BulkTracing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

/// <summary>One registered arm that several items report, which only its registration shows.</summary>
public sealed class TracedTwiceTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    [Fact]
    public async Task The_second_report_of_an_arm_that_a_trace_finds_is_linked_and_can_be_freed_by_a_person_for_good()
    {
        var firearm = await host.RegisterAsync("TWICE-1", Known<Guid>.Unknown);
        var seizure = await Investigator.SeizureAsync();
        var first = await Investigator.ItemAsync(seizure, SeizureCalls.Item("TWICE-1"));
        var otherModel = SeizureCalls.Item("TWICE-1");
        otherModel["item"]!["model"] = SeizureCalls.Json(Known<Registry.Shared.Texts.ShortText>.Unknown);
        var second = await Investigator.ItemAsync(seizure, otherModel);
        await host.SearchAsync(await host.AskAsync(first.Id));

        await host.SearchAsync(await host.AskAsync(second.Id));

        var linked = (await Investigator.GetAsync(second.Location!)).Expect(200).Body!;
        Assert.Equal((firearm, first.Id, "1.2"),
            (linked["firearmId"]!.GetValue<Guid>(), linked["duplicateOf"]!.GetValue<Guid>(), linked["outcome"]!["line"]!.GetValue<string>()));
        Assert.NotNull(linked["foundByTrace"]);
        (await Investigator.ActAsync(second, "duplicates/withdrawals", SeizureExamples.Unlink)).Expect(200);
        await host.SearchAsync(await host.AskAsync(second.Id));
        Assert.Null((await Investigator.GetAsync(second.Location!)).Body!["duplicateOf"]);
    }

    [Fact]
    public async Task Of_traces_that_end_at_once_for_items_of_one_arm_one_item_counts()
    {
        var arms = new List<Guid>();
        var requests = new List<Guid>();
        for (var arm = 0; arm < 4; arm++)
        {
            arms.Add(await host.RegisterAsync($"RACE{arm}", Known<Guid>.Unknown));
            for (var report = 0; report < 4; report++)
                requests.Add(await host.AskAsync(await host.SeizeAsync($"RACE{arm}", Known<Guid>.None)));
        }

        await Task.WhenAll(requests.Select(host.SearchAsync));

        foreach (var arm in arms)
            Assert.Equal((4, 1), (await ReportsAsync(arm, "true"), await ReportsAsync(arm, "duplicate_of is null")));
        Assert.Equal(0, await host.ScalarAsync<long>(
            """
            select count(*) from registry.item_fact one join registry.item_fact other on other.item_id = one.duplicate_of
            where one.known_to = 'infinity' and other.known_to = 'infinity' and other.duplicate_of is not null
            """));
    }

    [Fact]
    public async Task Of_two_items_of_one_arm_in_one_list_one_counts()
    {
        var arm = await host.RegisterAsync("LISTED-1", Known<Guid>.Unknown);
        var list = new List<RequestTrace>();
        for (var report = 0; report < 3; report++)
            list.Add(BulkTraceTests.Request(await host.SeizeAsync("LISTED-1", Known<Guid>.None)));
        var order = new OrderBulkTrace(Guid.CreateVersion7(), list);
        await using var scope = host.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<OrderBulkTraceHandler>();
        Assert.Null((await handler.HandleAsync(order, BulkTraceTests.Context, TestContext.Current.CancellationToken)).Refusal);

        await scope.ServiceProvider.GetRequiredService<BulkTraceJob>().RunAsync(order.BulkTraceId, TestContext.Current.CancellationToken);

        Assert.Equal((3, 1), (await ReportsAsync(arm, "true"), await ReportsAsync(arm, "duplicate_of is null")));
    }

    [Fact]
    public async Task What_was_linked_to_a_second_report_goes_with_it_to_the_first()
    {
        await host.RegisterAsync("MOVED-1", Known<Guid>.Unknown);
        var seizure = await Investigator.SeizureAsync();
        var second = await Investigator.ItemAsync(seizure, SeizureCalls.Item("MOVED-1"));
        var third = SeizureCalls.Item("MOVED-1");
        third["duplicateOf"] = SeizureCalls.Json(SeizureExamples.Duplicate with { ItemId = second.Id });
        var linked = await Investigator.ItemAsync(seizure, third);
        var first = await host.SeizeAsync("MOVED-1", Known<Guid>.None);
        await host.SearchAsync(await host.AskAsync(first));

        await host.SearchAsync(await host.AskAsync(second.Id));

        foreach (var item in new[] { second, linked })
            Assert.Equal(first, (await Investigator.GetAsync(item.Location!)).Expect(200).Body!["duplicateOf"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task An_arm_that_was_given_back_between_two_seizures_counts_twice()
    {
        var arm = await host.RegisterAsync("ANEW-1", Known<Guid>.Unknown, Transfer(TransferKind.Sale, Known.Of(Guid.CreateVersion7())));
        var seizure = await Investigator.SeizureAsync("2012-03-04");
        var earlier = await Investigator.ItemAsync(seizure, SeizureCalls.Item("ANEW-1"));
        var later = await host.SeizeAsync("ANEW-1", Known<Guid>.None);

        await host.SearchAsync(await host.AskAsync(earlier.Id));
        await host.SearchAsync(await host.AskAsync(later));

        Assert.Equal((2, 2), (await ReportsAsync(arm, "true"), await ReportsAsync(arm, "duplicate_of is null")));
    }

    [Fact]
    public async Task A_later_report_of_an_arm_that_a_trace_has_found_is_refused_where_it_names_that_arm()
    {
        var arm = await host.RegisterAsync("NAMED-1", Known<Guid>.Unknown);
        var seizure = await Investigator.SeizureAsync();
        var first = await Investigator.ItemAsync(seizure, SeizureCalls.Item("NAMED-1"));
        await host.SearchAsync(await host.AskAsync(first.Id));
        var erased = SeizureCalls.Item("", "erased");
        erased["item"]!["registeredFirearm"] = arm;

        var refused = await Investigator.PostAsync($"/api/v1/seizures/{seizure}/items", erased);

        Assert.Equal((409, "already-recorded", first.Id), (refused.Status, refused.Problem, refused.Body!["items"]![0]!["itemId"]!.GetValue<Guid>()));
    }

    private Task<long> ReportsAsync(Guid arm, string condition) => host.ScalarAsync<long>(
        $"select count(*) from registry.seized_item_identity join registry.item_fact using (item_id) where firearm_id = $1 and known_to = 'infinity' and {condition}",
        arm);
}
