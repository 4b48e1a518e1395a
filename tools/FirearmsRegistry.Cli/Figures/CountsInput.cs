using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Importing.Unodc;

namespace FirearmsRegistry.Cli.Figures;

/// <summary>Reads tracing tables in either layout.</summary>
internal static class CountsInput
{
    /// <summary>The tables; null where the file cannot be read, which then has been said.</summary>
    public static IReadOnlyList<ReportedTable>? Read(string path, TextWriter errors)
    {
        var unodc = false;
        return InputFile.Read<object>(path, Look, errors) is null ? null
            : unodc ? InputFile.Read(path, file => UnodcFile.Read(file).Counts, errors) is { } counts ? UnodcTables.Of(counts) : null
            : InputFile.Read(path, CountsFile.Read, errors);

        InputReading<object> Look(TextReader file)
        {
            unodc = UnodcFile.IsLaidOutSo(file);
            return new([], [], 0, []);
        }
    }
}
