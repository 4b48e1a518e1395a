using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Vintages.Freezing;

/// <summary>What a vintage is to be of.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Years">The years.</param>
/// <param name="KnownAt">The moment whose knowledge it shows, which has settled.</param>
/// <param name="StructureVersion">The version of the data structure in which it is sent.</param>
internal sealed record VintageSubject(VintageLabel Label, IReadOnlyList<int> Years, DateTimeOffset KnownAt, string StructureVersion)
{
    public static VintageSubject Of(Vintage vintage) => new(vintage.Label, vintage.Years, vintage.KnownAt, vintage.StructureVersion);
}

/// <summary>
/// Computes all figures of the years of a vintage from what was known at its moment, from the source that was chosen for each year then: the same whenever it
/// is done.
/// </summary>
internal sealed class VintageComputation(NpgsqlDataSource database, IDocumentStore store, RegistryCountry country)
{
    /// <summary>Computes it, with no finding in it.</summary>
    public async Task<FrozenVintage> ComputeAsync(VintageSubject subject, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var session = store.QuerySession();
        var (figures, inputs, highest) = (new List<VintageFigure>(), new List<InputVersion>(), (long?)null);
        foreach (var year in subject.Years)
        {
            var counted = await YearInputs.ReadAsync(session, connection, country.Code, year, FigureIntake.All, subject.KnownAt, token);
            foreach (var (intake, variant) in FigureKinds.All)
                figures.Add(Of(year, intake, variant, counted.Of(intake)));
            if (counted.HighestSequence is { } sequence)
                highest = Math.Max(highest ?? 0, sequence);
            // No item stands behind the counts of a file.
            if (counted.Source is null)
                inputs.AddRange(await InputsAsync(connection, year, subject.KnownAt, token));
        }

        return FrozenVintage.Freeze(new VintageContent(
            subject.Label.ToString(), country.Code, subject.KnownAt, subject.StructureVersion, highest, figures, inputs, [])).GetOrThrow();
    }

    /// <summary>A figure to be frozen. What a file left out is not known; a register without any arm of the year has always said that it left out none.</summary>
    internal static VintageFigure Of(int year, FigureIntake intake, IndicatorVariant variant, FigureInputs inputs) => VintageFigure.Of(
        year, intake, IndicatorFigure.Compute(variant, inputs.Counts, inputs.EstablishedElsewhere),
        inputs.Source is null ? inputs.Excluded ?? Exclusions.None : inputs.Excluded, inputs.Undecided, inputs.Source);

    /// <summary>Also those left out, since the figures say how many they are.</summary>
    private static async Task<IReadOnlyList<InputVersion>> InputsAsync(NpgsqlConnection connection, int year, DateTimeOffset knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"select item_id, version from registry.item_fact where year = $1 and item_kind = 'firearm' and {KnownFacts.At(knownAt)}", connection);
        KnownFacts.Add(command.Parameters, year, FigureIntake.All, knownAt);
        var inputs = new List<InputVersion>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            inputs.Add(new InputVersion(reader.GetGuid(0), year, reader.GetInt64(1)));
        return inputs;
    }
}
