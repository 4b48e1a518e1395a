using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>What a State chooses for its figures (section <c>Registry:Figures</c>).</summary>
/// <param name="SignificantArms">From how many arms a seizure is significant (IAFQ, significant seizures). The questionnaire leaves the number open here.</param>
/// <param name="SignificantRounds">From how many rounds of ammunition.</param>
/// <param name="SmallBelow">Counts from 1 to below this are not shown to the public; at least 2.</param>
/// <param name="RegionalCoverage">The share of a region's States, from 0 to 1, below which it has no figure.</param>
internal sealed record FigureSettings(int SignificantArms, int SignificantRounds, int SmallBelow, decimal RegionalCoverage)
{
    public static FigureSettings From(IConfiguration configuration)
    {
        var settings = new FigureSettings(
            configuration.GetValue("Registry:Figures:SignificantArms", 10),
            configuration.GetValue("Registry:Figures:SignificantRounds", 1000),
            configuration.GetValue("Registry:Figures:SmallBelow", 5),
            configuration.GetValue("Registry:Figures:RegionalCoverage", 0.5m));
        return settings is { SignificantArms: > 0, SignificantRounds: > 0, SmallBelow: >= 2, RegionalCoverage: >= 0 and <= 1 }
            ? settings
            : throw new InvalidOperationException("Registry:Figures holds a number out of its range.");
    }
}
