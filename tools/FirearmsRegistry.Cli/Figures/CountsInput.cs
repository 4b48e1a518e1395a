using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Importing.Unodc;

namespace FirearmsRegistry.Cli.Figures;

/// <summary>Reads tracing tables in either layout.</summary>
internal static class CountsInput
{
    /// <summary>The tables; null where the file cannot be read, which then has been said.</summary>
    public static IReadOnlyList<ReportedTable>? Read(string path, TextWriter errors)
    {
        return InputFile.Read(path, Tables, errors);

        static InputReading<ReportedTable> Tables(TextReader file)
        {
            // A pipe can be opened once: what was read to know the layout is read again from memory.
            var text = new PeekedReader(file, UnodcFile.MostBeforeRows);
            if (!UnodcFile.IsLaidOutSo(text.Peeked))
                return CountsFile.Read(text);
            var counts = UnodcFile.Read(text).Counts;
            return new(counts.IsOk ? UnodcTables.Of(counts.Items) : [], counts.Faults, counts.FaultsInAll, counts.Warnings);
        }
    }
}
