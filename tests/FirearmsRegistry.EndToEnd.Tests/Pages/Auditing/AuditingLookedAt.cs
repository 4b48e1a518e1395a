using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.Pages.LookedAt;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Auditing;

/// <summary>The auditor's pages.</summary>
internal static class AuditingLookedAt
{
    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("access-log", "/access-log", Role.Auditor, _ => "/access-log", page => Shown(page, "tbody tr")),
        new("recorded-events-asked", "/recorded-events", Role.Auditor, _ => "/recorded-events", page => Shown(page, "#events-of")),
        new("recorded-events", "/recorded-events/{Id:guid}", Role.Auditor, records => $"/recorded-events/{records.FirearmId}", page => Shown(page, ".timeline li")),
    ];
}
