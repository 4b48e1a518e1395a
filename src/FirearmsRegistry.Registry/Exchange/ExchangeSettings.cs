using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Exchange;

/// <summary>The exchange of this registry (section <c>Registry:Exchange</c>).</summary>
/// <param name="Authority">The national point of contact that documents are sent by.</param>
internal sealed record ExchangeSettings(ShortText Authority)
{
    public static ExchangeSettings From(IConfiguration configuration, RegistryCountry country) => new(
        ShortText.Parse(configuration["Registry:Exchange:Authority"] ?? $"National point of contact of {country.Code.Name}").GetOrThrow());
}
