using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What an investigator does with a seized arm, step by step.</summary>
internal static partial class InvestigatorSteps
{
    /// <summary>What the page of a request says while a job searches for it.</summary>
    private const string Searching = "The register is being searched";

    /// <summary>The circumstances of a seizure of 2021.</summary>
    public static async Task RecordCircumstancesAsync(this IPage page)
    {
        await page.GetByLabel("Date of intake").FillAsync("2021-05-14");
        await page.GetByLabel("Case reference").FillAsync("INV-12/2026");
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync("Port of Algeciras");
        await page.GetByLabel("Authority", new() { Exact = true }).EnterAsync("Guardia Civil");
    }

    /// <summary>An arm whose marks were altered.</summary>
    public static async Task FillItemAsync(this IPage page, string maker, string model, string calibre, string read)
    {
        await Expect(page.GetByLabel("What it is")).ToBeFocusedAsync();
        await page.GetByLabel("Manufacturer", new() { Exact = true }).FillAsync(maker);
        await page.GetByLabel("Model", new() { Exact = true }).FillAsync(model);
        await page.GetByLabel("Calibre", new() { Exact = true }).FillAsync(calibre);
        await page.GetByLabel("State of the marks").SelectOptionAsync("altered");
        await page.GetByLabel("Certainty").SelectOptionAsync("probable");
        await page.GetByLabel("As read from the firearm").FillAsync(read);
    }

    /// <summary>Waits until so many items are recorded and the form is there for the next one.</summary>
    public static async Task RecordedAsync(this IPage page, int items)
    {
        await Expect(page.Locator("#items")).ToHaveTextAsync(items == 1 ? "1 item" : $"{items} items");
        await Expect(page.GetByLabel("What it is")).ToBeFocusedAsync();
        await Expect(page.Locator("form[aria-busy]")).ToHaveCountAsync(0);
    }

    /// <summary>First without what the Instrument asks for: the refusal names the field.</summary>
    public static async Task<Guid> AskForTraceAsync(this IPage page)
    {
        await page.GetByLabel("Legal justification").FillAsync("Possession without a licence.");
        await page.GetByLabel("Requesting authority").EnterAsync("Provincial police");
        await page.GetByLabel("Intended use of the information").RefusedAsync();
        await page.GetByLabel("Intended use of the information").EnterAsync("Criminal proceedings.");
        // Asked again and again: one that waits for the navigation misses it where it came in between.
        await Expect(page).ToHaveURLAsync(RequestPage());
        await page.ArrivedAsync();
        return Guid.Parse(page.Url[^36..]);
    }

    /// <summary>Compares the candidates of the request that is open, once the job has searched for it; the first of them.</summary>
    public static async Task<ILocator> CompareCandidatesAsync(this IPage page)
    {
        await Expect(page.Locator(".states")).ToBeVisibleAsync();
        await Expect(page.Locator(".states")).Not.ToContainTextAsync(Searching);
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare candidates" }).ClickAsync();
        // The request's page asks for the case as well.
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Candidates side by side");
        await page.GetByLabel("Reference of the case").EnterAsync("INV-12/2026");
        return page.Locator(".candidate").First;
    }

    /// <summary>Confirms a candidate that was compared.</summary>
    public static async Task ConfirmAsync(this IPage page, ILocator candidate)
    {
        await candidate.GetByRole(AriaRole.Button, new() { Name = "It is this arm" }).ClickAsync();
        await Expect(page.GetByLabel("What was compared", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("What was compared", new() { Exact = true }).FillAsync("Frame under magnification, and the record.");
        await page.GetByLabel("Reason", new() { Exact = true }).EnterAsync("The proof mark agrees as well.");
    }

    [GeneratedRegex("/trace-requests/[0-9a-f-]{36}$")]
    private static partial Regex RequestPage();
}
