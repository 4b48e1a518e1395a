using FirearmsRegistry.Marks.Countries;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Shared;

/// <summary>
/// The country whose registry this is: it issues the national numbers, its mark policy holds, and it reports the figures.
/// <c>Registry:Country</c> of the configuration, alpha-3.
/// </summary>
/// <param name="Code">The country.</param>
public sealed record RegistryCountry(CountryCode Code)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="FormatException">It is missing or no country.</exception>
    public static RegistryCountry From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new RegistryCountry(CountryCode.Parse(configuration["Registry:Country"]).GetOrThrow());
    }
}
