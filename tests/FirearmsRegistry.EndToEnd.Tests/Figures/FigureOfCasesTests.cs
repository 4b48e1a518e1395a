using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

/// <summary>From seizures over traces to the figure, with nothing written but through the API and the jobs.</summary>
public sealed class FigureOfCasesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Year = 2019;

    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    [Fact]
    public async Task The_three_variants_come_out_of_the_case_records_and_are_as_they_were_before_the_traces_when_asked_so()
    {
        await host.RegisterAsync("FIG-1", Known<Guid>.Unknown);
        var registered = await TakeAsync(SeizureCalls.Item("FIG-1"));
        var neverMarked = SeizureCalls.Item("", "never_marked");
        neverMarked["item"]!["arm"]!["condition"] = "assembled";
        await TakeAsync(neverMarked);
        await TakeAsync(SeizureCalls.Item("", "erased"));
        await TakeAsync(SeizureCalls.Item("", "unknown"));
        await TakeAsync(SeizureCalls.Item("FIG-2"), "administrative");
        var again = SeizureCalls.Item("FIG-1");
        again["item"]!["model"] = SeizureCalls.Json(Known<ShortText>.Unknown);
        var secondReport = await TakeAsync(again);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var beforeTraces = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        foreach (var item in new[] { registered, secondReport })
            await host.SearchAsync(await host.AskAsync(item));

        await ExpectAsync(null, "potentially_traceable", (1, 2), "50.00", """{"administrative":1,"antique":0,"duplicate":1,"total":2}""");
        await ExpectAsync(null, "metadata_literal", (1, 4), "25.00", """{"administrative":1,"antique":0,"duplicate":1,"total":2}""");
        await ExpectAsync(null, "uniquely_identifiable", (1, 1), "100.00", """{"administrative":1,"antique":0,"duplicate":1,"total":2}""");
        await ExpectAsync(beforeTraces, "potentially_traceable", (0, 3), "0.00", """{"administrative":1,"antique":0,"duplicate":0,"total":1}""");
        await ExpectAsync(beforeTraces, "metadata_literal", (0, 5), "0.00", """{"administrative":1,"antique":0,"duplicate":0,"total":1}""");
        await ExpectAsync(beforeTraces, "uniquely_identifiable", (0, 2), "0.00", """{"administrative":1,"antique":0,"duplicate":0,"total":1}""");
        Assert.Equal("""{"1.2":1,"2.a":1,"2.b":1,"3":1}""", Lines(await FigureAsync(null, "potentially_traceable")));
        Assert.Equal("""{"1.7":2,"2.a":1,"2.b":1,"3":1}""", Lines(await FigureAsync(beforeTraces, "potentially_traceable")));
    }

    private async Task<Guid> TakeAsync(JsonNode item, string legalBasis = "criminal")
    {
        var request = SeizureCalls.Seizure($"{Year}-05-14");
        request["circumstances"]!["legalBasis"] = legalBasis;
        var seizure = (await Investigator.PostAsync("/api/v1/seizures", request)).Expect(201).Id;
        return (await Investigator.ItemAsync(seizure, item)).Id;
    }

    private async Task ExpectAsync(DateTimeOffset? moment, string variant, (long Numerator, long Denominator) share, string percent, string excluded)
    {
        var figure = await FigureAsync(moment, variant);
        Assert.Equal((variant, share.Numerator, share.Denominator, percent, excluded),
            (variant, figure["numerator"]!.GetValue<long>(), figure["denominator"]!.GetValue<long>(), figure["percent"]!.ToJsonString(),
                figure["excluded"]!.ToJsonString()));
    }

    private async Task<JsonNode> FigureAsync(DateTimeOffset? moment, string variant)
    {
        var asKnownAt = moment is { } then ? "&asKnownAt=" + then.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture) : "";
        return (await host.ClientAs(Role.Statistician).GetAsync($"/api/v1/indicators/sdg-16-4-2?year={Year}&variant={variant}{asKnownAt}")).Expect(200).Body!;
    }

    private static string Lines(JsonNode figure) => new JsonObject(figure["inputs"]!.AsObject()
        .Where(line => line.Key is not ("1" or "2" or "total") && line.Value!.GetValue<long>() > 0)
        .Select(line => KeyValuePair.Create(line.Key, line.Value?.DeepClone()))).ToJsonString();
}
