using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>A contact point's work: what another State asked is refused for one of the four reasons, with its text.</summary>
[Collection(InOneBrowser.Name)]
public sealed class ContactPointStoryTests(PagesHost host)
{
    [Fact]
    public async Task Another_States_request_is_found_by_its_due_time_and_refused_for_a_lawful_reason_in_words_after_approval()
    {
        await host.RegisterDivertedAsync("CPS55120");
        var partner = await host.PartnerAsync("FRA");
        var request = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests",
            BorderScenario.Inbound(partner, "CPS55120", "FR-771"))).Expect(201).Id;
        await host.SearchAsync(request);
        var page = await host.NewPageAsync();
        await page.SignInAsync(host, "carla.contact", "contact_point");
        await page.GotoAsync("/trace-requests");
        await page.ArrivedAsync();
        await page.GetByLabel("Kind of request").SelectOptionAsync("inbound");

        await Expect(page.Locator("tr", new() { HasText = "France" })).ToContainTextAsync("SPAIN CPS55120");
        await Expect(page.Locator("tbody")).Not.ToContainTextAsync("domestic");
        await page.Locator("tr", new() { HasText = "FR-771" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".proposal")).ToContainTextAsync("the register has the arm");
        await page.ArrivedAsync();
        await page.OpenAsync("propose");
        var form = page.Locator("#propose");
        await form.GetByLabel("Sort of answer").SelectOptionAsync("refused");
        await Expect(form.GetByLabel("Finding")).ToHaveCountAsync(0);
        await form.GetByLabel("Lawful reason").SelectOptionAsync("ongoing_investigation");
        await form.GetByRole(AriaRole.Button).First.ClickAsync();
        await form.GetByLabel("The reason in words").RefusedAsync();
        await form.GetByLabel("The reason in words").EnterAsync("A search is planned for April.");

        await Expect(page.Locator(".proposal")).ToContainTextAsync("would compromise ongoing criminal investigations");
        Assert.Equal("in_progress", (await host.ReadAsync(request)).Body!["state"]!.GetValue<string>());
        await page.OpenAsync("approve");
        await page.Locator("#approve").GetByRole(AriaRole.Button).PressAsync("Enter");

        await Expect(page.Locator("#answers")).ToBeVisibleAsync();
        await Expect(page.Locator(".proposal")).ToHaveCountAsync(0);
        var answered = (await host.ReadAsync(request)).Body!;
        Assert.Equal(("refused", "A search is planned for April."),
            (answered["state"]!.GetValue<string>(), answered["crossBorder"]!["givenAnswers"]![0]!["answer"]!["explanation"]!.GetValue<string>()));
        await Expect(page.Locator("#disclosures ~ ul")).ToContainTextAsync("tracing");
    }

    [Fact]
    public async Task An_exported_arm_is_asked_after_abroad_by_a_draft_that_is_amended_and_stands_in_the_tree_of_its_request()
    {
        var (partner, request) = (await host.PartnerAsync("ITA"), await host.ExportedAsync("CPX55121", "2021-05-14"));
        var page = await host.NewPageAsync(Role.ContactPoint);
        await page.GotoAsync($"/trace-requests/{request}");
        await Expect(page.Locator("#abroad ~ .lead")).ToContainTextAsync("The trail goes on in: Portugal");
        await page.Locator("#draft").GetByLabel("Point of contact").SelectOptionAsync(partner.ToString());
        await page.Locator("#draft form .go").PressAsync("Enter");

        await Expect(page.Locator("#amend")).ToBeVisibleAsync();
        await page.ArrivedAsync();
        await page.OpenAsync("amend");
        await page.Locator("#amend").GetByLabel("Intended use of the information").EnterAsync("Proceedings in Cádiz.");

        await Expect(page.Locator("#request-facts ~ dl")).ToContainTextAsync("Proceedings in Cádiz.");
        var draft = (await host.ReadAsync(Guid.Parse(page.Url[^36..]))).Body!;
        Assert.Equal(("Proceedings in Cádiz.", "CPX55121"),
            (draft["grounds"]!["intendedUse"]!.GetValue<string>(), draft["crossBorder"]!["arm"]!["marks"]![0]!["serial"]!.GetValue<string>()));
        await page.Locator("#request-tree ~ .branch a").First.PressAsync("Enter");
        await page.ArrivedAsync();
        await Expect(page.Locator("#request-tree ~ .branch .branch")).ToContainTextAsync("to another State, Italy");
        await page.GetByRole(AriaRole.Link, new() { Name = "The seized item" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("pistol");
        await Expect(page.GetByText("CPX55121").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_administrator_revokes_a_partners_key_and_withdraws_one_of_this_registry_for_a_reason()
    {
        var (administrator, partner) = (host.ClientAs(Role.Administrator), await host.PartnerAsync("GRC"));
        (await administrator.PostAsync($"/api/v1/partners/{partner}/keys", PartnerExamples.Key, 1)).Expect(200);
        // The first key is used at once, which others may need; the newest is not used before tomorrow.
        await administrator.PostAsync("/api/v1/exchange/keys", new { });
        await administrator.PostAsync("/api/v1/exchange/keys", new { });
        var own = (await administrator.GetAsync("/api/v1/exchange/keys")).Expect(200).Body!["keys"]!.AsArray()[^1]!["kid"]!.GetValue<string>();
        var page = await host.NewPageAsync(Role.Administrator);

        await page.GotoAsync($"/partners/{partner}");
        await Expect(page.Locator($"#add-key-{partner:N}-pem")).ToHaveAttributeAsync("aria-required", "true");
        await Expect(page.Locator($"label[for=add-key-{partner:N}-pem]")).ToHaveClassAsync("needed");
        await page.ArrivedAsync();
        await WithdrawAsync(page.Locator("#keys ~ ul li"));
        await Expect(page.Locator("#keys ~ ul li .alert")).ToContainTextAsync("revoked");
        await page.GotoAsync("/administering/keys");
        await page.ArrivedAsync();
        await WithdrawAsync(page.Locator("#published ~ ul li", new() { HasText = own }));
        await Expect(page.Locator("#published ~ ul li", new() { HasText = own })).ToHaveCountAsync(0);
    }

    private static async Task WithdrawAsync(ILocator key)
    {
        await key.Locator("summary").PressAsync("Enter");
        await key.GetByLabel("Reason").EnterAsync("The machine that held it was stolen.");
    }
}
