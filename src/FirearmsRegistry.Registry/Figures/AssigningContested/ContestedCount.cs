using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Figures.AssigningContested;

/// <summary>What became of one of several contradicting rows.</summary>
public enum ContestedRowState
{
    /// <summary>Nobody said of what it is the count: it is in no total.</summary>
    Waiting,

    /// <summary>A person said so: it is in the totals of that.</summary>
    Standing,

    /// <summary>A person said so, and later that another row is the count of the same: it is in no total.</summary>
    Displaced,
}

/// <summary>One of several rows of a file that say something else of the same subject.</summary>
/// <param name="Line">The row's line in the file.</param>
/// <param name="Value">What it says.</param>
/// <param name="State">What became of it.</param>
/// <param name="Said">What was said of it, in its order: the last word counts.</param>
public sealed record ContestedRow(long Line, Known<long> Value, ContestedRowState State, IReadOnlyList<AssignedCountLine> Said);

/// <summary>A count of an imported file of which its rows say different things.</summary>
/// <param name="FileId">The file.</param>
/// <param name="FileSource">Where the file comes from.</param>
/// <param name="FileVersion">The version of the file: what is said of its rows changes it.</param>
/// <param name="Country">The State.</param>
/// <param name="Year">The year.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category, as the rows' label says.</param>
/// <param name="Sex">The sex of the persons counted.</param>
/// <param name="Rows">The rows in the order of the file, two at the least.</param>
public sealed record ContestedCount(
    Guid FileId, Note FileSource, long FileVersion, CountryCode Country, int Year, string Indicator, string Dimension, string Category, CountedSex Sex,
    IReadOnlyList<ContestedRow> Rows)
{
    /// <summary>The contested counts among rows of one file, in the order of the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">All contested rows of the States and years that are asked for.</param>
    /// <param name="names">The names of who said something.</param>
    internal static IReadOnlyList<ContestedCount> In(CountFile file, IReadOnlyList<UnodcCount> rows, RecorderNames names)
    {
        var standing = file.Settle(rows, null).Where(row => !row.IsContested).Select(row => row.Line).ToHashSet();
        return
        [
            .. rows.Where(row => row.IsContested).GroupBy(row => row.Subject).Select(count => new ContestedCount(file.Id, file.Source, file.Version,
                count.Key.Country, count.Key.Year, count.Key.Indicator, count.Key.Dimension, count.Key.Category, count.Key.Sex,
                [.. count.OrderBy(row => row.Line).Select(Row)])).OrderBy(count => count.Rows[0].Line),
        ];

        ContestedRow Row(UnodcCount row)
        {
            AssignedCountLine[] said = [.. file.Assigned.Where(one => one.Line == row.Line).Select(one => AssignedCountLine.Of(one, names))];
            var state = standing.Contains(row.Line) ? ContestedRowState.Standing
                : said.Length > 0 ? ContestedRowState.Displaced
                : ContestedRowState.Waiting;
            return new ContestedRow(row.Line, row.Value, state, said);
        }
    }
}
