using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>Whether a cell has a count.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum TableCellStatus
{
    /// <summary>It has one; zero is a count.</summary>
    Reported,

    /// <summary>It was not reported.</summary>
    NotReported,

    /// <summary>It does not apply.</summary>
    NotApplicable,

    /// <summary>It has one that is not shown (<c>OBS_STATUS</c> Q).</summary>
    Suppressed,
}

/// <summary>One cell of a table.</summary>
/// <param name="Category">The category's code.</param>
/// <param name="Count">The count; null where there is none or it is not shown.</param>
/// <param name="Status">Which of the two.</param>
public sealed record TableCell(string Category, long? Count, TableCellStatus Status)
{
    /// <summary>A cell of an imported count, whose three states stay three.</summary>
    public static TableCell Of(string category, Known<long> count) =>
        count.TryGet(out var value) ? Of(category, value)
        : new(category, null, count.Is == Knowledge.None ? TableCellStatus.NotApplicable : TableCellStatus.NotReported);

    /// <summary>A cell as counted; null is not reported.</summary>
    public static TableCell Of(string category, long? count) =>
        new(category, count, count is null ? TableCellStatus.NotReported : TableCellStatus.Reported);
}

/// <summary>The arms of an intake told apart by one thing.</summary>
/// <param name="By">By what: <c>type</c>.</param>
/// <param name="AddsUp">Whether the cells add up to the arms.</param>
/// <param name="Cells">The cells in the questionnaire's order.</param>
public sealed record QuestionnaireTable(string By, bool AddsUp, IReadOnlyList<TableCell> Cells);

/// <summary>The questionnaire's tables of a State, year and intake, to be handed out.</summary>
/// <param name="Country">The State.</param>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Arms">All arms; null for tables that have no total.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Source">Where the counts come from: the register's cases, or whoever compiled them. Never two in one.</param>
/// <param name="TotalName">Under what name the total stands among the rows.</param>
public sealed record QuestionnaireTables(
    CountryCode Country, int Year, FigureIntake Intake, TableCell? Arms, IReadOnlyList<QuestionnaireTable> Tables,
    string Source = QuestionnaireTables.Register, string TotalName = QuestionnaireTables.All)
{
    /// <summary>The source of counts that cases of the register stand behind.</summary>
    public const string Register = "register";

    /// <summary>The table of the outcome lines.</summary>
    public const string OutcomeTable = "outcome_line";

    /// <summary>The table of the outcome lines as UNODC publishes it.</summary>
    public const string TracingTable = "tracing";

    /// <summary>The category of all arms.</summary>
    public const string All = "total";

    /// <summary>The table of quantities that do not add up.</summary>
    public const string QuantityTable = "quantity";

    /// <summary>The quantity of antique arms.</summary>
    public const string Antiques = "antiques";

    /// <summary>The quantity of arms taken in for administrative violations.</summary>
    public const string Administrative = "administrative";

    /// <summary>Every cell under the name of its table, the arms first.</summary>
    internal IEnumerable<(string By, TableCell Cell)> Rows() =>
        Total(TotalName).Concat(Tables.SelectMany(table => table.Cells.Select(cell => (table.By, cell))));

    private IEnumerable<(string, TableCell)> Total(string name) => Arms is null ? [] : [(name, Arms)];
}
