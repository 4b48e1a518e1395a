using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>The counts from elsewhere of this State and a year: the single ones, and those of imported files.</summary>
internal static class ImportedLines
{
    public static async Task<IReadOnlyList<ImportedYearCount>> ReadAsync(
        NpgsqlDataSource database, IQuerySession session, CountryCode country, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var single = await ImportedYear.ReadAsync(session, year, knownAt, token);
        var counts = await FileCounts.OfStateAsync(database, country, year, token);
        var files = (await session.LoadManyAsync<CountFile>(token, [.. counts.Select(count => count.ImportId).Distinct()]))
            .Where(file => knownAt is null || file.RecordedAt <= knownAt).ToDictionary(file => file.Id);
        return
        [
            .. single.Select(Of),
            .. counts.Where(count => files.ContainsKey(count.ImportId)).GroupBy(count => files[count.ImportId], count => count.Count)
                .SelectMany(file => file.Key.Settle([.. file], knownAt).Select(count => new ImportedYearCount(file.Key.Id,
                    count.Subject.Indicator, count.Subject.Dimension, count.Subject.Category, count.Subject.Sex, count.Value,
                    new CountSource(file.Key.Id, file.Key.Source.ToString(), file.Key.Sha256.ToString()).Short, count.Variant))),
        ];
    }

    private static ImportedYearCount Of(ImportedCount count) => new(count.Id, count.Subject.Indicator.ToString(),
        count.Subject.Dimension.ToString(), count.Subject.Category.ToString(), count.Subject.Sex, count.Value, count.Source.ToString());
}
