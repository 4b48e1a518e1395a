using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>Real records of every area, so that a request with their ids reaches the decision behind the route.</summary>
internal sealed class SeededRecords
{
    // By the first segment of the route: for each record the values of the route's parameters.
    private readonly Dictionary<string, List<Dictionary<string, string>>> _records = [];

    /// <summary>A party, a firearm and a seized item, for members of bodies that name one.</summary>
    public string Party => _records["parties"][0]["id"];

    public string Firearm => _records["firearms"][0]["id"];

    public string Item => _records["seizures"][0]["itemId"];

    public string Station => _records["stations"][0]["id"];

    public string Series => _records["number-series"][0]["id"];

    /// <summary>The records of an area.</summary>
    public IReadOnlyList<Dictionary<string, string>> Of(string area) => _records.GetValueOrDefault(area) ?? [];

    public static async Task<SeededRecords> MakeAsync(RegistryHost host)
    {
        var seeded = new SeededRecords();
        await seeded.AddPartiesAsync(host.ClientAs(Role.Registrar));
        await seeded.AddFirearmsAsync(host.ClientAs(Role.Registrar));
        await seeded.AddNumbersAsync(new NumberScenario(host));
        await seeded.AddMarkingAsync(new MarkingScenario(host));
        await seeded.AddCasesAsync(host);
        await seeded.AddPartnersAsync(host);
        await seeded.AddFiguresAsync(host.ClientAs(Role.Statistician));
        await seeded.AddUserAsync(host.ClientAs(Role.Administrator));
        await seeded.AddNoticesAsync(host);
        seeded.Add("catalogues", ("kind", "makers"), ("code", "armeria_ejemplo"));
        seeded.Add("catalogues", ("kind", "makers"), ("code", "glock"));
        return seeded;
    }

    private void Add(string area, params (string Name, string Value)[] values)
    {
        if (!_records.TryGetValue(area, out var records))
            _records[area] = records = [];
        records.Add(values.ToDictionary(value => value.Name, value => value.Value));
    }

    private async Task AddPartiesAsync(RegistryClient registrar)
    {
        foreach (var name in new[] { "Seed One", "Seed Two" })
        {
            var party = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration(name))).Expect(201);
            Add("parties", ("id", party.Id.ToString()), ("authorisationId", party.Body!["authorisations"]![0]!["authorisationId"]!.GetValue<string>()));
        }
    }

    private async Task AddFirearmsAsync(RegistryClient registrar)
    {
        var sold = await registrar.RegisteredAndVerifiedAsync("SEED-SOLD");
        var sale = (await registrar.PostAsync($"/api/v1/firearms/{sold.Id}/transfers",
            FirearmRequests.Sale(FirearmRequests.Unknown(), FirearmRequests.Known(Guid.Parse(Party))), sold.Version)).Expect(201);
        AddFirearm(sold, ("transfers", Tail(sale)));

        var lost = await registrar.RegisteredAsync("SEED-LOST");
        var loss = (await registrar.PostAsync($"{lost.Location}/losses", new JsonObject
        {
            ["kind"] = "stolen",
            ["occurredOn"] = new JsonObject { ["is"] = "unknown" },
            ["reportedOn"] = "2021-02-03",
            ["report"] = "Police 7",
        }, lost.Version)).Expect(201);
        AddFirearm(lost, ("losses", Tail(loss)));

        foreach (var carriedOut in new[] { false, true })
        {
            var condemned = await registrar.RegisteredAsync($"SEED-CONDEMNED-{carriedOut}");
            var disposal = (await registrar.PostAsync($"{condemned.Location}/disposals",
                new JsonObject { ["method"] = "destroyed", ["authorisation"] = "Order 1", ["authorisedOn"] = "2021-01-01" }, condemned.Version)).Expect(201);
            AddFirearm(condemned, ("disposals", Tail(disposal)), ("disposalId", Tail(disposal)));
            if (carriedOut)
            {
                (await registrar.PostAsync($"{disposal.Location}/completions",
                    new JsonObject { ["technique"] = "melting", ["witness"] = "Depot", ["carriedOutOn"] = "2021-01-02" }, disposal.Version)).Expect(200);
            }
        }
    }

    // The same name, partId, stands for a mark, a transfer, a loss or a disposal: it is kept by the segment before it.
    private void AddFirearm(ApiAnswer firearm, params (string Name, string Value)[] parts)
    {
        var mark = firearm.Body!["marks"]![0]!["markId"]!.GetValue<string>();
        Add("firearms", [("id", firearm.Id.ToString()), ("markId", mark), ("marks", mark), .. parts]);
    }

    private async Task AddNumbersAsync(NumberScenario numbers)
    {
        var series = await numbers.OpenAsync("A");
        var issue = (await numbers.IssueAsync(series, 5)).Expect(201);
        foreach (var number in NumberScenario.NumbersOf(issue))
            Add("number-series", ("id", series[(series.LastIndexOf('/') + 1)..]), ("number", number), ("firstRunning", Tail(issue)));
    }

    /// <summary>One job in each state that a station leaves it in, a batch, and a station that has borrowed numbers.</summary>
    private async Task AddMarkingAsync(MarkingScenario marking)
    {
        var (station, series) = (await marking.StationAsync(), await marking.SeriesAsync("M"));
        var lent = (await marking.Operator.PostAsync($"/api/v1/stations/{station}/number-blocks",
            new JsonObject { ["seriesId"] = series[(series.LastIndexOf('/') + 1)..], ["count"] = 5 }, 1)).Expect(201);
        Add("stations", ("id", station.ToString()), ("blockId", Tail(lent)), ("counter", "1"));
        for (var acts = 0; acts < 5; acts++)
        {
            var job = await marking.OrderedAsync($"SEED-JOB-{acts}", series);
            Add("marking-jobs", ("id", job.Id.ToString()));
            if (acts > 0)
                job = (await marking.ClaimAsync(job, station)).Expect(200);
            if (acts > 1)
                job = (await marking.StartAsync(job, station)).Expect(200);
            if (acts > 2)
                (await marking.FinishAsync(job, station, acts == 3 ? "marked" : "unknown_mark_state")).Expect(200);
        }

        var batch = (await marking.Registrar.PostAsync("/api/v1/marking-batches",
            MarkingScenario.Batch([await marking.FirearmAsync("SEED-BATCH")], series))).Expect(201);
        Add("marking-batches", ("id", batch.Id.ToString()));
    }

    private async Task AddCasesAsync(RegistryHost host)
    {
        var investigator = host.ClientAs(Role.Investigator);
        var seizure = await investigator.SeizureAsync();
        foreach (var serial in new[] { "SEED-SOLD", "SEED-SEIZED" })
        {
            var item = await investigator.ItemAsync(seizure, SeizureCalls.Item(serial));
            Add("seizures", ("id", seizure.ToString()), ("itemId", item.Id.ToString()));
            var request = await host.AskAsync(item.Id);
            Add("trace-requests", ("id", request.ToString()));
            if (serial == "SEED-SOLD")
                await host.SearchAsync(request);
        }

        var untraced = await investigator.ItemAsync(seizure, SeizureCalls.Item("SEED-UNTRACED"));
        Add("seizures", ("id", seizure.ToString()), ("itemId", untraced.Id.ToString()));
        Add("seized-items", ("id", untraced.Id.ToString()));
    }

    /// <summary>A partner, and requests to it and from it in several states.</summary>
    private async Task AddPartnersAsync(RegistryHost host)
    {
        var partner = await host.PartnerAsync("PRT");
        Add("partners", ("id", partner.ToString()));
        var parent = await host.ExportedAsync("SEED-EXPORTED");
        var draft = await host.DraftAsync(parent, partner);
        var sent = await host.SubmittedAsync(parent, partner);
        var asked = (await host.ActAsync(await host.SubmittedAsync(parent, partner), "information-requests", CrossBorderExamples.Question)).Expect(200);
        var inbound = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests",
            BorderScenario.Inbound(partner, "SEED-SOLD", "PT-SEED"))).Expect(201);
        await host.SearchAsync(inbound.Id);
        foreach (var request in new[] { draft, sent, asked, inbound })
            Add("trace-requests", ("id", request.Id.ToString()));
    }

    private async Task AddFiguresAsync(RegistryClient statistician)
    {
        var count = (await statistician.PostAsync("/api/v1/imported-counts",
            """
            {"year":2020,"indicator":"persons_arrested_or_suspected","dimension":"sex","category":"total","sex":"male",
             "value":{"is":"known","value":194},"source":"UNODC 2024-08-26"}
            """)).Expect(201);
        Add("imported-counts", ("id", count.Id.ToString()));
        var computation = (await statistician.PostAsync("/api/v1/indicators/sdg-16-4-2/computations", """{"year":2020}""")).Expect(201);
        Add("indicators", ("id", Tail(computation)));
    }

    private async Task AddUserAsync(RegistryClient administrator)
    {
        var user = (await administrator.PostAsync("/api/v1/users", """{"userName":"seed.user"}""")).Expect(201);
        (await administrator.PostAsync($"/api/v1/users/{user.Id}/role-grants", """{"role":"auditor"}""", user.Version)).Expect(201);
        Add("users", ("id", user.Id.ToString()));
    }

    /// <summary>An arm that is watched, and the notice of a search that hit it.</summary>
    private async Task AddNoticesAsync(RegistryHost host)
    {
        var investigator = host.ClientAs(Role.Investigator);
        var watch = (await investigator.PostAsync("/api/v1/watched-arms",
            new JsonObject { ["firearmId"] = Firearm, ["reason"] = "Case 12.", ["until"] = host.DayIn(30) })).Expect(201);
        Add("watched-arms", ("id", watch.Id.ToString()));
        (await host.ClientAs(Role.Registrar).SearchAsync("/api/v1/firearm-searches", new { mark = "SEED-SOLD" })).Expect(200);
        var notices = (await investigator.GetAsync("/api/v1/notices?kind=watched_arm")).Expect(200).Body!["items"]!.AsArray();
        Add("notices", ("id", notices[0]!["id"]!.GetValue<string>()));
    }

    private static string Tail(ApiAnswer answer) => answer.Location![(answer.Location!.LastIndexOf('/') + 1)..];
}
