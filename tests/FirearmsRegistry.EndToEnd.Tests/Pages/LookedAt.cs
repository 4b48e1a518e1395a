using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Pages.Administering;
using FirearmsRegistry.EndToEnd.Tests.Pages.Auditing;
using FirearmsRegistry.EndToEnd.Tests.Pages.Figures;
using FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Pages.Home;
using FirearmsRegistry.EndToEnd.Tests.Pages.Marking;
using FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>A page that <see cref="EveryPageTests"/> opens. Every page of the project has a line here.</summary>
/// <param name="Name">The name of its pictures.</param>
/// <param name="Route">Its route, as the page has it.</param>
/// <param name="Role">Who opens it; null for nobody.</param>
/// <param name="Address">Its address for the records that were made.</param>
/// <param name="Ready">Waits until it shows what it is to show.</param>
internal sealed record LookedAt(string Name, string Route, Role? Role, Func<LookedAtRecords, string> Address, Func<IPage, Task> Ready)
{
    private const Role Registrar = Registry.Access.Role.Registrar;

    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("home", "/", Registrar, _ => "/", page => page.CountedAsync()),
        new("register", "/firearms/register", Registrar, _ => "/firearms/register", page => Shown(page, "form.panel")),
        new("arm", "/firearms/{Id:guid}", Registrar, records => $"/firearms/{records.FirearmId}", page => Shown(page, ".timeline li")),
        new("search", "/search", Registrar, _ => "/search", SearchAsync),
        new("public-figures", "/public/figures", null, _ => "/public/figures", page => Shown(page, "figure svg")),
        new("verify", "/public/verify", null, _ => "/public/verify?paper=x", page => Shown(page, ".error")),
        new("not-found", "/not-found", null, _ => "/not-found", page => Shown(page, "h1")),
        new("file-failed", "/file-failed", null, _ => "/file-failed?problem=not-allowed&backTo=/notices", page => Shown(page, ".problem")),
        .. AdministeringLookedAt.Pages,
        new("not-allowed", "/not-allowed", null, _ => "/not-allowed", page => Shown(page, "h1")),
        new("signed-in-elsewhere", "/signed-in-elsewhere", null, _ => "/signed-in-elsewhere", page => Shown(page, "h1")),
        .. TracingLookedAt.Pages,
        .. MarkingLookedAt.Pages,
        .. FirearmsLookedAt.Pages,
        .. FiguresLookedAt.Pages,
        .. AuditingLookedAt.Pages,
    ];

    /// <summary>Waits until something stands on the page.</summary>
    public static Task Shown(IPage page, string selector) => Expect(page.Locator(selector).First).ToBeVisibleAsync();

    private static async Task SearchAsync(IPage page)
    {
        // Pressed on the box: a page that has just been opened still moves the focus to its heading.
        await page.Locator("#search-box").FillAsync(LookedAtRecords.Serial);
        await page.Locator("#search-box").PressAsync("Enter");
        await GiveCaseAsync(page, "table");
    }

    /// <summary>Gives the reason of a look-up, and waits until it is shown.</summary>
    public static async Task GiveCaseAsync(IPage page, string shown)
    {
        await page.Locator("#case-reference").FillAsync("CASE-7");
        await page.Locator("#case-reference").PressAsync("Enter");
        await Shown(page, shown);
    }
}

/// <summary>What the pages show: an arm with a history, and Spain's published figure of 2020.</summary>
internal sealed record LookedAtRecords(Guid FirearmId)
{
    public const string Serial = "LA1001";

    /// <summary>Seizures, traces and partners.</summary>
    public TracingRecords Tracing { get; init; } = TracingRecords.Nothing;

    public MarkingRecords Marking { get; init; } = MarkingRecords.None;

    public FirearmsRecords Firearms { get; init; } = FirearmsRecords.None;

    /// <summary>A webhook with a delivery that was taken and one that waits.</summary>
    public Guid Webhook { get; init; } = Guid.CreateVersion7();

    public FiguresLookedAtRecords Figures { get; init; } = FiguresLookedAtRecords.None;

    /// <summary>Records that nobody made, for who only asks for addresses.</summary>
    public static LookedAtRecords None { get; } = new(Guid.CreateVersion7());

    public static async Task<LookedAtRecords> MakeAsync(PagesHost host)
    {
        var registrar = host.ClientAs(Role.Registrar);
        var arm = await registrar.RegisteredAndVerifiedAsync(Serial);
        await AdministeringLookedAt.MarkDemoAsync(host);
        return new LookedAtRecords(arm.Id)
        {
            Tracing = await TracingRecords.MakeAsync(host),
            Marking = await MarkingRecords.MakeAsync(host),
            Firearms = await FirearmsRecords.MakeAsync(host),
            Figures = await FiguresLookedAtRecords.MakeAsync(host),
            Webhook = await AdministeringLookedAt.ToldWebhookAsync(host),
        };
    }
}
