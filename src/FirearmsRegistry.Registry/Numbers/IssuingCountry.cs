using FirearmsRegistry.Marks.Countries;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>The country whose national numbers this registry issues: <c>Registry:Country</c> of the configuration.</summary>
/// <param name="Code">The country.</param>
public sealed record IssuingCountry(CountryCode Code)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="FormatException">It is missing or no country.</exception>
    public static IssuingCountry From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new IssuingCountry(CountryCode.Parse(configuration["Registry:Country"]).GetOrThrow());
    }
}
