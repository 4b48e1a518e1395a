using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Partners;
using Marten;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>Finds who a State's point of contact is today.</summary>
internal static class ActivePartners
{
    /// <summary>The one active partner of a State; null where there is none.</summary>
    public static async Task<Partner?> OfAsync(IQuerySession session, CountryCode state, CancellationToken token)
    {
        // There are as many as States, so they are looked through here.
        var active = await session.Query<Partner>().Where(partner => partner.DeactivatedAt == null).ToListAsync(token);
        return active.FirstOrDefault(partner => partner.Country == state);
    }
}
