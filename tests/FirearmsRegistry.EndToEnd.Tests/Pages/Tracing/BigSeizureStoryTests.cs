using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>An investigator records a seizure of twenty mixed items in one go.</summary>
[Collection(InOneBrowser.Name)]
public sealed class BigSeizureStoryTests(PagesHost host)
{
    private const string Read = "/item/marks/0/text";

    private const string ReadSecond = "/item/marks/1/text";

    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Twenty_mixed_items_cost_a_person_less_than_five_minutes_and_stand_in_the_register_once_each()
    {
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync("/record-seizure");
        var hand = new CountingHand(page);
        var seizure = await RecordCircumstancesAsync(page, hand);
        FilePayload[] photos = [Photo("left.png", 1), Photo("right.png", 2)];

        await RecordPistolsAsync(page, hand, photos);
        await RecordLongArmsAsync(page, hand);
        await RecordQuantitiesAsync(page, hand);

        TestContext.Current.TestOutputHelper?.WriteLine($"{hand.Keys} keys and {hand.Acts} acts: {hand.Time.TotalSeconds:0} s");
        Assert.InRange(hand.Time, TimeSpan.FromMinutes(1), Most);
        await page.GotoAsync($"/seizures/{seizure}");
        await Expect(page.Locator("#items")).ToHaveTextAsync("20 items");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(20);
        await AssertOnceEachAsync(seizure, photos);
    }

    [Fact]
    public async Task A_double_click_makes_one_seizure_one_item_and_one_request()
    {
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync("/record-seizure");
        var hand = new CountingHand(page);
        await FillCircumstancesAsync(hand, "DOUBLE-1/2026");
        await page.Locator("form.panel .go").DblClickAsync();
        await Expect(page.GetByLabel("What it is")).ToBeFocusedAsync();
        await page.FillItemAsync("Example Arms", "E9", "9 mm Luger", "DBL?0001");
        await page.Locator("form.panel .go").DblClickAsync();
        await page.RecordedAsync(1);

        await page.Locator("tbody a").ClickAsync();
        await page.GetByLabel("Legal justification").FillAsync("Possession without a licence.");
        await page.GetByLabel("Requesting authority").FillAsync("Provincial police");
        await page.GetByLabel("Intended use of the information").FillAsync("Criminal proceedings.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for the trace" }).DblClickAsync();
        await Expect(page.Locator("#request-facts")).ToBeVisibleAsync();

        const string Seizures = "type = 'seizure_recorded' and data -> 'circumstances' ->> 'caseReference' = 'DOUBLE-1/2026'";
        Assert.Equal(1L, await EventsAsync(Seizures));
        const string Items = $"type = 'seized_item_recorded' and data ->> 'seizureId' = (select stream_id::text from registry.mt_events where {Seizures})";
        Assert.Equal(1L, await EventsAsync(Items));
        Assert.Equal(1L, await EventsAsync($"type = 'trace_requested' and data ->> 'seizedItemId' = (select stream_id::text from registry.mt_events where {Items})"));
    }

    [Fact]
    public async Task An_item_that_contradicts_itself_is_put_right_by_one_click_that_says_in_words_what_it_does()
    {
        var seizure = await host.ClientAs(Role.Investigator).SeizureAsync("2021-02-03");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync($"/seizures/{seizure}/items/record");
        var hand = new CountingHand(page) { Form = $"item-of-{seizure:N}" };
        await Expect(hand.Field("/item/kind")).ToBeFocusedAsync();
        await hand.ChooseAsync("/item/arm/marking", "never_marked");
        await hand.TypeAsync(Read, "BG9001");
        await hand.PressAsync("Record item");
        await hand.Field("/item/arm/marking").RefusedAsync();
        await Expect(hand.Field("/item/arm/marking-errors")).ToContainTextAsync("Seen: never marked");

        await hand.PressAsync("Use marked, but not uniquely");
        await Expect(hand.Field("/item/arm/marking")).ToHaveValueAsync("not_uniquely_marked");
        await SendAsync(page, hand, 1);
    }

    private static async Task<Guid> RecordCircumstancesAsync(IPage page, CountingHand hand)
    {
        await FillCircumstancesAsync(hand, "BIG-20/2026");
        await hand.PressAsync("Record and go on with the items");
        await Expect(page.GetByLabel("What it is")).ToBeFocusedAsync();
        var seizure = Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'));
        hand.Form = $"item-of-{seizure:N}";
        return seizure;
    }

    private static async Task FillCircumstancesAsync(CountingHand hand, string reference)
    {
        hand.Form = "record-seizure";
        await hand.TypeAsync("/circumstances/caseReference", reference);
        await hand.TypeAsync("/circumstances/place", "Port of Algeciras");
        await hand.TypeAsync("/circumstances/authority", "Guardia Civil");
    }

    /// <summary>Six pistols with two marks each, the first with photos, and three revolvers.</summary>
    private static async Task RecordPistolsAsync(IPage page, CountingHand hand, FilePayload[] photos)
    {
        await DescribeAsync(hand, "Example Arms", "E9", "9 mm");
        await hand.TypeAsync(Read, "BG0001");
        await hand.PressAsync("One more mark");
        await hand.TypeAsync(ReadSecond, "P 0001");
        await hand.ChooseAsync("/item/marks/1/component", "barrel");
        await hand.ChooseAsync("/item/marks/1/kind", "proof");
        await hand.TakeAsync("/item/photos", photos);
        await Expect(page.Locator(".hashes li")).ToHaveCountAsync(photos.Length);
        await SendAsync(page, hand, 1);
        for (var number = 2; number <= 6; number++)
        {
            await CopyAsync(hand);
            await hand.TypeAsync(Read, $"BG000{number}");
            await hand.TypeAsync(ReadSecond, $"P 000{number}");
            await SendAsync(page, hand, number);
        }

        await hand.ChooseAsync("/item/arm/type", "revolver");
        await DescribeAsync(hand, "Other Works", "R3", ".38");
        await hand.TypeAsync(Read, "BG0007");
        await SendAsync(page, hand, 7);
        for (var number = 8; number <= 9; number++)
        {
            await CopyAsync(hand);
            await hand.TypeAsync(Read, $"BG000{number}");
            await SendAsync(page, hand, number);
        }
    }

    /// <summary>Four rifles, of which one has a worn number, and three shotguns that never bore a mark.</summary>
    private static async Task RecordLongArmsAsync(IPage page, CountingHand hand)
    {
        await hand.ChooseAsync("/item/arm/type", "assault_rifle");
        await DescribeAsync(hand, "Third Plant", "M7", "5.56");
        await hand.TypeAsync(Read, "BG0010");
        await hand.ChooseAsync("/item/marks/0/component", "receiver");
        await SendAsync(page, hand, 10);
        foreach (var (number, read) in new[] { (11, "BG0011"), (12, "BG0012"), (13, "BG?01[38]") })
        {
            await CopyAsync(hand);
            await hand.TypeAsync(Read, read);
            await SendAsync(page, hand, number);
        }

        await hand.ChooseAsync("/item/arm/type", "shotgun");
        await hand.ChooseAsync("/item/arm/marking", "never_marked");
        await hand.ChooseAsync("/item/arm/condition", "otherwise_illicitly_manufactured");
        await SendAsync(page, hand, 14);
        for (var number = 15; number <= 16; number++)
        {
            await CopyAsync(hand);
            await SendAsync(page, hand, number);
        }
    }

    /// <summary>Two sorts of parts and two of ammunition.</summary>
    private static async Task RecordQuantitiesAsync(IPage page, CountingHand hand)
    {
        await hand.ChooseAsync("/item/kind", "part");
        await hand.ChooseAsync("/item/part", "barrel");
        await hand.TypeAsync("/item/quantity", "4");
        await SendAsync(page, hand, 17);
        await hand.ChooseAsync("/item/part", "slide");
        await hand.TypeAsync("/item/quantity", "2");
        await SendAsync(page, hand, 18);
        await hand.ChooseAsync("/item/kind", "ammunition");
        await hand.TypeAsync("/item/calibre", "9 mm");
        await hand.TypeAsync("/item/quantity", "250");
        await SendAsync(page, hand, 19);
        await hand.TypeAsync("/item/calibre", "5.56");
        await hand.TypeAsync("/item/quantity", "60");
        await SendAsync(page, hand, 20);
    }

    private static async Task DescribeAsync(CountingHand hand, string maker, string model, string calibre)
    {
        await hand.TypeAsync("/item/maker", maker);
        await hand.TypeAsync("/item/model", model);
        await hand.TypeAsync("/item/calibre", calibre);
    }

    private static async Task CopyAsync(CountingHand hand)
    {
        await hand.PressAsync("Copy last item");
        await Expect(hand.Field(Read)).ToBeFocusedAsync();
    }

    private static async Task SendAsync(IPage page, CountingHand hand, int number)
    {
        await hand.PressAsync("Record item");
        await page.RecordedAsync(number);
    }

    private async Task AssertOnceEachAsync(Guid seizure, FilePayload[] photos)
    {
        var items = (await host.ClientAs(Role.Investigator).GetAsync($"/api/v1/seizures/{seizure}/items?limit=200")).Expect(200).Body!["items"]!.AsArray()
            .Select(line => line!["item"]!).ToList();
        Assert.Equal([("firearm", 16), ("part", 2), ("ammunition", 2)], items.CountBy(item => Text(item, "kind")).Select(kind => (kind.Key, kind.Value)));
        Assert.Equal(
            ["BG0001", "BG0002", "BG0003", "BG0004", "BG0005", "BG0006", "BG0007", "BG0008", "BG0009", "BG0010", "BG0011", "BG0012", "BG?01[38]"],
            items.SelectMany(item => item["marks"]!.AsArray().Take(1)).Select(mark => Text(mark!, "text")).Order(StringComparer.Ordinal));
        Assert.Equal(6, items.Count(item => item["marks"]!.AsArray() is [_, { } second] && (Text(second, "kind"), Text(second, "component")) == ("proof", "barrel")));
        Assert.Equal([1, 1, 4, 2, 250, 60], items.TakeLast(6).Select(item => item["quantity"]!.GetValue<int>()));
        Assert.Equal(photos.Select(photo => Convert.ToHexStringLower(SHA256.HashData(photo.Buffer))),
            items.SelectMany(item => item["photos"]!.AsArray()).Select(photo => photo!.GetValue<string>()));
        Assert.Equal(20L, await EventsAsync("type = 'seized_item_recorded' and data ->> 'seizureId' = $1", seizure.ToString()));
    }

    private Task<long> EventsAsync(string where, params object[] values) =>
        host.ScalarAsync<long>($"select count(*) from registry.mt_events where {where}", values);

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static FilePayload Photo(string name, byte content) => new() { Name = name, MimeType = "image/png", Buffer = [137, 80, 78, 71, content] };
}
