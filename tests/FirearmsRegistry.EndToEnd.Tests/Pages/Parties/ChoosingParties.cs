using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Parties;

/// <summary>Choosing a party that is found by its name.</summary>
internal static class ChoosingParties
{
    /// <summary>Finds a party in the field with this label and chooses it, with the case where the page asks for it. By keys: what is found and what goes again
    /// moves all that stands below.</summary>
    public static async Task ChoosePartyAsync(this IPage page, string label, string name, string? reference = null)
    {
        var box = page.GetByLabel(label, new() { Exact = true });
        var party = page.Locator(".party", new() { Has = box });
        await box.EnterAsync(name);
        if (reference is not null)
        {
            await Expect(party.GetByLabel("Reference of the case")).ToBeFocusedAsync();
            await party.GetByLabel("Reference of the case").EnterAsync(reference);
        }

        await Expect(party.Locator(".found button").First).ToBeFocusedAsync();
        await party.GetByRole(AriaRole.Button, new() { Name = name }).PressAsync("Enter");
        await Expect(party.Locator("[role=status]")).ToContainTextAsync(name);
        await Expect(box).ToBeFocusedAsync();
    }
}
