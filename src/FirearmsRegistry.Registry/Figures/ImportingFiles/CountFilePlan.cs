using System.Globalization;
using System.Text;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary>What taking over a file would bring.</summary>
/// <param name="Layout">How it is laid out.</param>
/// <param name="Release">The date of release in its title; null where it has none.</param>
/// <param name="Counts">How many counts it holds.</param>
/// <param name="Contested">How many of them contradict another of the same subject, and would be in no total.</param>
/// <param name="Countries">The States that it has counts of.</param>
/// <param name="FirstYear">Its first year; null without counts.</param>
/// <param name="LastYear">Its last year; null without counts.</param>
/// <param name="Warnings">What would be taken but does not add up, with line and column.</param>
public sealed record CountFilePreview(
    CountFileLayout Layout, DateOnly? Release, int Counts, int Contested, IReadOnlyList<CountryCode> Countries, int? FirstYear, int? LastYear,
    IReadOnlyList<string> Warnings);

/// <summary>A file as read: all of its counts. One that breaks a rule is refused as a whole.</summary>
internal sealed record CountFilePlan(CountFileLayout Layout, DateOnly? Release, IReadOnlyList<UnodcCount> Counts, IReadOnlyList<InputFault> Warnings)
{
    public int Contested => Counts.Count(count => count.IsContested);

    public CountFilePreview Preview => new(Layout, Release, Counts.Count, Contested,
        [.. Counts.Select(count => count.Subject.Country).Distinct().Order()],
        Counts.Count == 0 ? null : Counts.Min(count => count.Subject.Year), Counts.Count == 0 ? null : Counts.Max(count => count.Subject.Year),
        [.. Warnings.Select(warning => warning.ToString())]);

    /// <summary>Reads a file in either layout.</summary>
    public static Result<CountFilePlan> Read(ReadOnlyMemory<byte> file)
    {
        if (!UnodcFile.IsLaidOutSo(Text(file)))
        {
            var tables = CountsFile.Read(Text(file));
            return tables.IsOk
                ? new CountFilePlan(CountFileLayout.TracingCounts, null, [.. tables.Items.SelectMany(UnodcTables.ToCounts)], tables.Warnings)
                : Refused(tables.Faults, tables.FaultsInAll);
        }

        var (release, counts) = UnodcFile.Read(Text(file));
        return counts.IsOk
            ? new CountFilePlan(CountFileLayout.Unodc, release, counts.Items, counts.Warnings)
            : Refused(counts.Faults, counts.FaultsInAll);
    }

    // Bytes of another encoding become U+FFFD, which the reader tells with its place; a byte order mark is passed over.
    private static StreamReader Text(ReadOnlyMemory<byte> file) => new(new MemoryStream(file.ToArray()), Encoding.UTF8);

    private static Refusal Refused(IReadOnlyList<InputFault> faults, long all) => Refusal.Input(
        [.. faults.Select(fault => new InputError(
            string.Create(CultureInfo.InvariantCulture, $"line:{fault.Line},column:{fault.Column}"), null,
            fault.Name is null ? fault.Reason : $"{fault.Name}: {fault.Reason}"))]) with
    {
        Detail = string.Create(CultureInfo.InvariantCulture, $"{all} faults; nothing was taken over."),
    };
}
