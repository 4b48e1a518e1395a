using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What a contact point tells another State, and hears from it: a delay, an answer, a request of its own, and what may go on to others.</summary>
[Collection(InOneBrowser.Name)]
public sealed class AnsweringStoryTests(PagesHost host)
{
    [Fact]
    public async Task Another_States_request_is_told_a_delay_with_its_reason_and_day_and_is_answered_later()
    {
        await host.RegisterDivertedAsync("CPA55130");
        var partner = await host.PartnerAsync("BEL");
        var request = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests",
            BorderScenario.Inbound(partner, "CPA55130", "BE-130"))).Expect(201).Id;
        await host.SearchAsync(request);
        var page = await host.NewPageAsync(Role.ContactPoint);
        await page.GotoAsync($"/trace-requests/{request}");
        await page.ArrivedAsync();

        await page.OpenAsync("propose");
        var form = page.Locator("#propose");
        await form.GetByLabel("Sort of answer").SelectOptionAsync("delayed");
        await form.GetByLabel("Lawful reason").SelectOptionAsync("confidentiality_law");
        await form.GetByLabel("The reason in words").FillAsync("A judge decides in January.");
        await form.GetByLabel("The rest is expected on").EnterAsync("2027-01-31");
        await Expect(page.Locator(".proposal")).ToContainTextAsync("31 January 2027");
        await ApproveAsync(page, "answer delayed");

        await page.OpenAsync("propose");
        await form.GetByLabel("Finding").SelectOptionAsync("positive");
        await form.GetByLabel("Outcome of the trace").SelectOptionAsync("traced_to_holder");
        await form.GetByLabel("More, in words").EnterAsync("Stolen from its holder in 2019.");
        await Expect(page.Locator(".proposal")).ToContainTextAsync("Stolen from its holder in 2019.");
        await ApproveAsync(page, "answered");

        await Expect(page.Locator("#answers ~ dl")).ToHaveCountAsync(2);
        await Expect(page.Locator("#answers ~ dl").First).ToContainTextAsync("would violate legislation protecting confidential information");
        await Expect(page.Locator("#answers ~ dl").Last).ToContainTextAsync("Stolen from its holder in 2019.");
        await ReadRatesAsync(page, "Belgium", "from another State");
    }

    [Fact]
    public async Task A_request_is_sent_its_answer_comes_on_terms_and_only_what_fits_them_is_disclosed()
    {
        var (partner, root) = (await host.PartnerAsync("POL"), await host.ExportedAsync("CPA55131", "2021-05-14"));
        var draft = (await host.DraftAsync(root, partner)).Id;
        var page = await host.NewPageAsync(Role.ContactPoint);
        await page.GotoAsync($"/trace-requests/{draft}");
        await page.ArrivedAsync();

        await page.OpenAsync("submit");
        await page.Locator("#submit").GetByLabel("Way").SelectOptionAsync("by_hand");
        await page.Locator("#submit").GetByLabel("Reference of the letter").EnterAsync("Letter 131/2026");
        await Expect(page.Locator("h1 + .states .state").First).ToHaveTextAsync("sent");

        await RecordAnswerAsync(page);
        await Expect(page.Locator("h1 + .states .state").First).ToHaveTextAsync("answered");
        await Expect(page.Locator("#answers ~ dl").First).ToContainTextAsync("Sold to a collector in Gdynia.");

        await page.OpenAsync("disclose");
        var (form, told) = (page.Locator("#disclose"), page.Locator("#disclosures ~ ul li", new() { HasText = "Court of first instance, Cádiz" }));
        await form.GetByLabel("Name of the authority").FillAsync("Court of first instance, Cádiz");
        await form.GetByLabel("For which use").SelectOptionAsync("intelligence");
        await form.GetByLabel("the outcome").CheckAsync();
        await form.Locator(".go").ClickAsync();
        await form.Locator(".problem").RefusedAsync();
        await Expect(form.Locator(".problem")).ToContainTextAsync("The information was lent for other purposes.");
        await Expect(told).ToHaveCountAsync(0);
        await form.GetByLabel("For which use").SelectOptionAsync("court_proceedings");
        await form.Locator(".go").ClickAsync();
        await Expect(told).ToContainTextAsync("court proceedings");

        await page.Locator($"#other-state ~ dl a[href='/trace-requests/{root}']").ClickAsync();
        await Expect(page.Locator("h1 + .states .state").First).ToHaveTextAsync("closed");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await ReadRatesAsync(page, "Poland", "to another State");
    }

    /// <summary>The other State's answer, which it lends for proceedings alone.</summary>
    private static async Task RecordAnswerAsync(IPage page)
    {
        await page.OpenAsync("record-answer");
        var form = page.Locator("#record-answer");
        await form.GetByLabel("Finding").SelectOptionAsync("positive");
        await form.GetByLabel("Outcome of the trace").SelectOptionAsync("traced_to_holder");
        await form.GetByLabel("More, in words").FillAsync("Sold to a collector in Gdynia.");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Source and reference" }).FillAsync("National point of contact, Warsaw");
        await form.GetByLabel("The other State’s reference").FillAsync("PL-131");
        await form.GetByLabel("Answered on").FillAsync("2026-11-20");
        await form.GetByLabel("Third parties").SelectOptionAsync("with_consent");
        await form.Locator("[data-at='/restriction/purposes'][data-code=court_proceedings]").CheckAsync();
        await form.Locator(".go").ClickAsync();
    }

    private static async Task ApproveAsync(IPage page, string state)
    {
        await page.OpenAsync("approve");
        await page.Locator("#approve").GetByRole(AriaRole.Button).PressAsync("Enter");
        await Expect(page.Locator("h1 + .states .state").First).ToHaveTextAsync(state);
        await Expect(page.Locator(".proposal")).ToHaveCountAsync(0);
    }

    /// <summary>One request, one reply: the rate stands on the page of all points of contact.</summary>
    private static async Task ReadRatesAsync(IPage page, string country, string kind)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Points of contact" }).First.ClickAsync();
        var row = page.Locator("tr", new() { HasText = country });
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync(kind);
        await Expect(row.Locator("td.number")).ToContainTextAsync(["1", "1", "1", "100.00 %", "1", "0", "0", "", ""]);
    }
}
