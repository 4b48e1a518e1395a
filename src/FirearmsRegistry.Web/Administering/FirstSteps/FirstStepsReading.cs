using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users.GettingDetails;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Web.Shared.Acting;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Web.Administering.FirstSteps;

/// <summary>Reads what a new registry still lacks, from the registry itself: nothing is ticked by hand.</summary>
internal sealed class FirstStepsReading(UseCases cases, IConfiguration configuration)
{
    /// <summary>The steps in the order in which they are best done.</summary>
    public async Task<IReadOnlyList<FirstStep>> ReadAsync(CancellationToken token)
    {
        var users = (await cases.ReadWholeAsync<UserView>("listUsers", token: token)).View ?? [];
        var stations = (await cases.ReadWholeAsync<Station>("listStations", token: token)).View ?? [];
        var partners = (await cases.ReadWholeAsync<Partner>("listPartners", token: token)).View ?? [];
        var keys = (await cases.ReadAsync<PublishedKeys>("publishExchangeKeys", token: token)).View?.Keys.Count ?? 0;
        return
        [
            new("country", configuration["Registry:Country"] is { Length: > 0 }, null, SeenAt: "/administering/state"),
            new("policy", configuration["Registry:MarkPolicy"] is { Length: > 0 }, null, SeenAt: "/administering/state"),
            new("key_ring", configuration["Registry:KeyProtection:Certificate"] is { Length: > 0 }, null),
            new("second_administrator", Holding(users, Role.Administrator) >= 2, "/administering/users"),
            new("second_statistician", Holding(users, Role.Statistician) >= 2, "/administering/users"),
            .. People.Select(role => new FirstStep("role", Holding(users, role) >= 1, "/administering/users", role)),
            new("stations", stations.Count > 0, "/administering/stations"),
            new("exchange_key", keys > 0, "/administering/keys"),
            new("partners", partners.Count > 0, "/partners"),
        ];
    }

    private static Role[] People => [Role.Registrar, Role.MarkingOperator, Role.Investigator, Role.ContactPoint, Role.Auditor];

    private static int Holding(IEnumerable<UserView> users, Role role) => users.Count(user => !user.Disabled && user.Roles.Contains(role));
}

/// <summary>One thing that a new registry needs.</summary>
/// <param name="Name">Its name, by which its words are found.</param>
/// <param name="Done">Whether it is there.</param>
/// <param name="Address">Where it is done; null where it is done on the server.</param>
/// <param name="Role">The role that nobody has yet.</param>
/// <param name="SeenAt">Where it is seen what holds meanwhile, of what no page can change.</param>
internal sealed record FirstStep(string Name, bool Done, string? Address, Role? Role = null, string? SeenAt = null);
