using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>One field of a form, in the form's own order.</summary>
/// <param name="Part">The part of the form.</param>
/// <param name="Name">The field.</param>
/// <param name="Required">Whether the form demands it.</param>
/// <param name="Value">Its value; empty where this registry has none, for a person to fill in.</param>
internal sealed record FormField(string Part, string Name, bool Required, string Value);

/// <summary>What forms are filled from.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="RequestedAt">When it was filed.</param>
/// <param name="Content">What it says.</param>
/// <param name="Obliterated">Whether marks were removed or altered; null where nobody has looked.</param>
/// <param name="RequestingState">The State of this registry.</param>
/// <param name="Authority">Its national point of contact.</param>
/// <param name="Place">Where the arm came in: a municipality, a port, a border post; null where no item of this registry is asked about.</param>
/// <param name="ImporterOnRecord">The organisation that brought the arm in, as the register has it.</param>
internal sealed record FormSource(
    Guid RequestId,
    DateTimeOffset RequestedAt,
    CrossBorderContent Content,
    bool? Obliterated,
    CountryCode RequestingState,
    ShortText Authority,
    ShortText? Place = null,
    ShortText? ImporterOnRecord = null)
{
    /// <summary>The importer as the arm has it marked, else as the register has it; empty where neither tells.</summary>
    public string Importer => ImportMarks is { Length: > 0 } marked ? marked : ImporterOnRecord?.ToString() ?? "";

    /// <summary>Whether the importer is told from the register, and so a holder is named.</summary>
    public bool NamesHolder => ImporterOnRecord is not null && ImportMarks.Length == 0;

    private string ImportMarks =>
        string.Join("; ", Content.Arm.Marks.Where(mark => mark.Kind == MarkKind.Import).Select(mark => mark.Text.ToString()).Distinct());

    /// <summary>
    /// The number on the frame or receiver, else the first mark that has one (MOSAIC 05.31: the frame is the primary number); one that was
    /// not read with certainty comes after those that were, and says so.
    /// </summary>
    public string Serial => Content.Arm.Marks
        .Where(mark => mark.Serial is not null)
        .OrderByDescending(mark => mark.Component.IsPrimary()).ThenBy(mark => mark.Certainty)
        .Select(mark => mark.Serial + Doubt(mark)).FirstOrDefault() ?? "";

    /// <summary>The marks as read, all of them.</summary>
    public IEnumerable<string> AllMarks => Content.Arm.Marks.Select(mark =>
        $"{Words(Codes.Of(mark.Kind))} mark, {Words(Codes.Of(mark.Component))}: {mark.Text}"
        + Doubt(mark));

    private static string Doubt(MarkAsRead mark) => mark.Certainty == ReadingCertainty.Certain ? "" : $" ({Codes.Of(mark.Certainty)})";

    /// <summary>A three-state value as a person writes it.</summary>
    public static string Shown<T>(Known<T> value)
        where T : notnull =>
        value.Match(known => Convert.ToString(known, CultureInfo.InvariantCulture)!, () => "none", () => "unknown");

    /// <summary>A code as words.</summary>
    public static string Words(string code) => code.Replace('_', ' ');
}
