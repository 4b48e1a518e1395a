using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>The tables of a year as the public may have them: also readers who have its published figures, and the counts of other sources, beside them.</summary>
internal sealed class HandedOut(NpgsqlDataSource database, IQuerySession session, IPublishedVintages vintages, RegistryCountry country, FigureSettings settings)
{
    public async Task<IReadOnlyList<QuestionnaireTables>> ProtectAsync(
        IReadOnlyList<QuestionnaireTables> tables, int year, DateTimeOffset? moment, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var counted = await YearInputs.ReadAsync(session, connection, country.Code, year, FigureIntake.All, moment, token);
        var published = await vintages.OfEverybodyAsync(year, token);
        var known = new List<FigureKnowledge>();
        // Figures may have been published from a source that was given up since: what they say stands beside its tables all the same.
        foreach (var source in published.Select(figure => figure.Source).Append(FigureSource.Of(counted.Source)).Distinct())
        {
            var inputs = await YearInputs.OfAsync(source.Counts, session, connection, country.Code, year, FigureIntake.All, moment, token);
            known.AddRange(Enum.GetValues<Intake>().Select(intake => FigureKnowledge.Of(intake.Alone(), source.Counts?.Short ?? QuestionnaireTables.Register,
                inputs.Of(intake.Alone()).Counts, settings.SmallBelow,
                [.. published.Where(figure => figure.Source == source && figure.Intake == intake.Alone()).Select(figure => figure.Figure)])));
        }

        return ProtectedTables.Of(tables, settings.SmallBelow, known);
    }
}
