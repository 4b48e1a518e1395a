using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>Carries out the changes of a partner; one that is not written to any more takes none.</summary>
internal static class PartnerChange
{
    public static string Location(Guid id) => $"/api/v1/partners/{id}";

    public static Task<Result<Written>> RunAsync(
        RegistryWriter writer, Guid id, Func<Partner, Result<object>> decide, CommandContext context, CancellationToken token) =>
        writer.UpdateAsync<Partner>(PartnerErrors.Record, id, _ => Location(id),
            partner => partner.DeactivatedAt is not null
                ? PartnerErrors.Inactive("")
                : decide(partner).Bind(happened => Result.Of<IReadOnlyList<object>>([happened])),
            context, created: false, token);
}
