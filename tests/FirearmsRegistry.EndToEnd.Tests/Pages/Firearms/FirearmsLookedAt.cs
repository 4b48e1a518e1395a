using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>The registrar's pages of arms and parties, beside those to register an arm and to see it.</summary>
internal static class FirearmsLookedAt
{
    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        Act("transfer"), Act("loss"), Act("disposal"), Act("correction"),
        new("look-alikes", "/look-alikes", Role.Registrar, _ => "/look-alikes", page => LookedAt.Shown(page, "tbody tr")),
        new("parties", "/parties", Role.Registrar, _ => "/parties", page => LookedAt.GiveCaseAsync(page, "#party-name")),
        new("party-register", "/parties/register", Role.Registrar, _ => "/parties/register", page => LookedAt.Shown(page, "form.panel")),
        new("party", "/parties/{Id:guid}", Role.Registrar, records => $"/parties/{records.Firearms.PartyId}",
            page => LookedAt.GiveCaseAsync(page, ".timeline li")),
        new("party-correction", "/parties/{Id:guid}/correction", Role.Registrar, records => $"/parties/{records.Firearms.PartyId}/correction",
            page => LookedAt.GiveCaseAsync(page, "form[data-draft]")),
        new("party-erasure", "/parties/{Id:guid}/erasure", Role.Registrar, records => $"/parties/{records.Firearms.PartyId}/erasure",
            page => LookedAt.GiveCaseAsync(page, "form[data-draft]")),
    ];

    private static LookedAt Act(string act) => new($"arm-{act}", $"/firearms/{{Id:guid}}/{act}", Role.Registrar,
        records => $"/firearms/{records.FirearmId}/{act}", page => LookedAt.Shown(page, "form.panel"));
}
