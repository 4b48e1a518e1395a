using FirearmsRegistry.Registry.Figures.Checking;

namespace FirearmsRegistry.Registry.Vintages.Publishing;

/// <summary>Runs the checks of all years of a vintage, as its years were known at its moment.</summary>
internal sealed class VintageChecks(YearChecks checks)
{
    public async Task<IReadOnlyList<YearFinding>> FindAsync(Vintage vintage, CancellationToken token)
    {
        var findings = new List<YearFinding>();
        foreach (var year in vintage.Years)
            findings.AddRange((await checks.FindAsync(year, vintage.KnownAt, token)).Select(finding => new YearFinding(year, finding)));
        return findings;
    }
}
