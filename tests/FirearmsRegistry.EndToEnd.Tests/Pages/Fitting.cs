using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Whether a page fits: on a phone in a barracks, magnified to twice its size, and on the largest screen.</summary>
internal static class Fitting
{
    /// <summary>What a page is looked at in by every other test.</summary>
    private static readonly ViewportSize Usual = new() { Width = 1366, Height = 850 };

    private static readonly (string Name, ViewportSize Size)[] Screens =
    [
        ("phone", new() { Width = 390, Height = 844 }), ("200 %", new() { Width = 683, Height = 425 }), ("4K", new() { Width = 3840, Height = 2160 }),
    ];

    /// <summary>What reaches past the page's sides and is in nothing that scrolls by itself; and texts of which a part cannot be seen.</summary>
    private const string Look =
        """
        () => {
            const root = document.documentElement, faults = [];
            const name = element => element.tagName.toLowerCase() + (element.id && "#" + element.id) + [...element.classList].map(one => "." + one).join("");
            const holds = element => element === root || element === document.body ? false : getComputedStyle(element).overflowX !== "visible" || holds(element.parentElement);
            if (root.scrollWidth > root.clientWidth) {
                const past = [...document.body.querySelectorAll("*")].filter(element => {
                    const box = element.getBoundingClientRect();
                    return box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1) && box.right > -100 && !holds(element.parentElement);
                });
                faults.push(`is ${root.scrollWidth} wide of ${root.clientWidth}: ${past.slice(-4).map(name).join(", ")}`);
            }
            for (const element of document.querySelectorAll("header *, main *")) {
                if (element.closest("svg, .unseen-label, dialog") || element.matches("input, select, textarea")) continue;
                if (["hidden", "clip"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
                    faults.push(`cuts off ${name(element)}`);
            }
            return faults;
        }
        """;

    /// <summary>What does not fit, by the screen on which it does not; the page is as large as before when it has been looked at.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="picture">The name of a picture of it as a phone shows it.</param>
    public static async Task<List<string>> FindAsync(IPage page, string picture)
    {
        var faults = new List<string>();
        foreach (var (name, size) in Screens)
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            faults.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(fault => $"{name}: {fault}"));
            if (size.Width < size.Height)
                await Picture.TakeAsync(page, picture);
        }

        await page.SetViewportSizeAsync(Usual.Width, Usual.Height);
        return faults;
    }
}
