using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Web.Touring;

/// <summary>What is worth seeing in the demo, for each role.</summary>
internal static class TourSteps
{
    /// <summary>The steps of a role in their order; a step leads to a page of this server.</summary>
    public static IReadOnlyList<TourStep> Of(Role role) => [.. Steps(role).Where(step => PagesModules.HasPage(step.Address))];

    private static IEnumerable<TourStep> Steps(Role role) => role switch
    {
        Role.Registrar => [new("search", "/search"), new("register", "/firearms/register"), new("parties", "/parties")],
        Role.MarkingOperator => [new("search", "/search"), new("marking", "/marking"), new("labels", "/marking-labels")],
        Role.Investigator => [new("seizures", "/seizures"), new("seizure", "/record-seizure"), new("traces", "/trace-requests")],
        Role.ContactPoint => [new("requests", "/trace-requests"), new("partners", "/partners"), new("outbox", "/outbox")],
        Role.Statistician => [new("figures", "/figures/2020"), new("indicator", "/figures/2020/indicator"), new("vintages", "/vintages")],
        Role.Auditor => [new("access_log", "/access-log"), new("users", "/administering/users")],
        Role.Administrator => [new("first_steps", "/administering/first-steps"), new("invite", "/administering/users"), new("state", "/administering/state")],
        _ => [],
    };
}

/// <summary>One step.</summary>
/// <param name="Name">Its name, by which its words are found.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record TourStep(string Name, string Address);
