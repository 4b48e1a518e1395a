using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>The investigator's and the contact point's pages.</summary>
internal static class TracingLookedAt
{
    private const Role Investigator = Role.Investigator;
    private const Role Contact = Role.ContactPoint;

    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("seizures", "/seizures", Investigator, _ => "/seizures", page => Shown(page, "tbody tr")),
        new("record-seizure", "/record-seizure", Investigator, _ => "/record-seizure", page => Shown(page, "form.panel")),
        new("record-items", "/seizures/{Id:guid}/items/record", Investigator, records => $"/seizures/{records.Tracing.Seizure}/items/record", page => Shown(page, "tbody tr")),
        new("seizure", "/seizures/{Id:guid}", Investigator, records => $"/seizures/{records.Tracing.Seizure}", page => Shown(page, "tbody tr")),
        new("seized-item", "/seizures/{Id:guid}/items/{ItemId:guid}", Investigator,
            records => $"/seizures/{records.Tracing.Seizure}/items/{records.Tracing.Item}", page => Shown(page, "form.panel:visible")),
        new("seizure-correction", "/seizures/{Id:guid}/correction", Investigator, records => $"/seizures/{records.Tracing.Seizure}/correction", page => Shown(page, "form.panel")),
        new("seized-item-correction", "/seizures/{Id:guid}/items/{ItemId:guid}/correction", Investigator,
            records => $"/seizures/{records.Tracing.Seizure}/items/{records.Tracing.Item}/correction", page => Shown(page, "form.panel")),
        new("seized-item-erased", "/seizures/{Id:guid}/items/{ItemId:guid}", Investigator,
            records => $"/seizures/{records.Tracing.Seizure}/items/{records.Tracing.Erased}", RestoreAsync),
        new("seized-item-duplicate", "/seizures/{Id:guid}/items/{ItemId:guid}/duplicate", Investigator,
            records => $"/seizures/{records.Tracing.Seizure}/items/{records.Tracing.Item}/duplicate", page => Shown(page, "tbody button")),
        new("seized-items-compared", "/seizures/{Id:guid}/items/{ItemId:guid}/duplicate", Investigator,
            records => $"/seizures/{records.Tracing.Seizure}/items/{records.Tracing.Item}/duplicate?of={records.Tracing.Erased}", page => Shown(page, "#compared ~ .table-wrap")),
        new("trace-requests", "/trace-requests", Contact, _ => "/trace-requests", page => Shown(page, "tbody tr")),
        new("trace-request", "/trace-requests/{Id:guid}", Investigator, records => $"/trace-requests/{records.Tracing.Traced}", RelateAsync),
        new("inbound-request", "/trace-requests/{Id:guid}", Contact, records => $"/trace-requests/{records.Tracing.Inbound}", AnswerAsync),
        new("candidates", "/trace-requests/{Id:guid}/candidates", Investigator, records => $"/trace-requests/{records.Tracing.Worn}/candidates", CompareAsync),
        new("draft-request", "/trace-requests/{Id:guid}", Contact, records => $"/trace-requests/{records.Tracing.Draft}", AmendAsync),
        new("diversion-networks", "/diversion-networks", Investigator, _ => "/diversion-networks", page => Shown(page, "#networks ~ p[role=status], tbody tr")),
        new("receive", "/receive-request", Contact, _ => "/receive-request", page => Shown(page, "form.panel")),
        new("partners", "/partners", Contact, _ => "/partners", page => Shown(page, "tbody tr")),
        new("partner", "/partners/{Id:guid}", Contact, records => $"/partners/{records.Tracing.Partner}", page => Shown(page, "#ask-hash")),
        new("outbox", "/outbox", Contact, _ => "/outbox", page => Shown(page, ".documents li")),
        new("notices", "/notices", Investigator, _ => "/notices", page => Shown(page, ".notices li")),
        new("watches", "/watches", Investigator, _ => "/watches", EndAsync),
    ];

    private static Task Shown(IPage page, string selector) => Expect(page.Locator(selector).First).ToBeVisibleAsync();

    /// <summary>With the forms open by which it is answered, and what may go out is checked.</summary>
    private static async Task AnswerAsync(IPage page)
    {
        await page.ArrivedAsync();
        await page.OpenAsync("propose");
        await page.OpenAsync("disclose");
        await Shown(page, "#disclose form");
    }

    private static async Task AmendAsync(IPage page)
    {
        await page.ArrivedAsync();
        await page.OpenAsync("amend");
        await Shown(page, "#amend form");
        await GiveCaseAsync(page);
        await Shown(page, "#forms ~ .files form");
    }

    private static async Task RestoreAsync(IPage page)
    {
        await page.Locator("#restore > summary").ClickAsync();
        await page.Locator("#origin > summary").ClickAsync();
        await Shown(page, "#origin form");
    }

    private static async Task EndAsync(IPage page)
    {
        await page.Locator("tbody summary").First.ClickAsync();
        await Shown(page, "tbody form");
    }

    private static async Task RelateAsync(IPage page)
    {
        await Shown(page, "svg.chain");
        await GiveCaseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show them" }).PressAsync("Enter");
        await Shown(page, "#related ~ [role=status]");
        await page.Locator("#establish > summary").ClickAsync();
        await Shown(page, "#establish form");
    }

    private static async Task GiveCaseAsync(IPage page)
    {
        await page.Locator("#case-reference").FillAsync("CASE-7");
        await page.Locator("#case-reference").PressAsync("Enter");
    }

    private static async Task CompareAsync(IPage page)
    {
        await GiveCaseAsync(page);
        await page.Locator(".candidate .go").First.ClickAsync();
        await Shown(page, "#confirm");
    }
}
