using FirearmsRegistry.Registry.Exchange.Partners;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Where a partner's registry is reached.</summary>
internal static class PartnerAddresses
{
    /// <summary>Where it takes documents; null where it has no registry, or prefers another way.</summary>
    public static Uri? DocumentsOf(Partner partner) => Of(partner, "api/v1/exchange/documents");

    /// <summary>Where it takes questions for marks.</summary>
    public static Uri? QuestionsOf(Partner partner) => Of(partner, "api/v1/exchange/mark-questions");

    private static Uri? Of(Partner partner, string path)
    {
        var used = partner.Channels.OrderByDescending(channel => channel.Preferred).FirstOrDefault();
        return used is { Kind: ChannelKind.Registry } && Uri.TryCreate(used.Address.ToString().TrimEnd('/') + "/", UriKind.Absolute, out var server)
            ? new Uri(server, path)
            : null;
    }
}
