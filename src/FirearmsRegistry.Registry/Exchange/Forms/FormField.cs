using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
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
internal sealed record FormSource(
    Guid RequestId, DateTimeOffset RequestedAt, CrossBorderContent Content, bool? Obliterated, CountryCode RequestingState, ShortText Authority)
{
    /// <summary>The number on the frame or receiver, else the first mark that has one (MOSAIC 05.31: the frame is the primary number).</summary>
    public string Serial => Content.Arm.Marks
        .OrderByDescending(mark => mark.Component is ComponentKind.Frame or ComponentKind.Receiver)
        .Select(mark => mark.Serial?.ToString()).FirstOrDefault(serial => serial is not null) ?? "";

    /// <summary>The marks as read, all of them.</summary>
    public IEnumerable<string> AllMarks => Content.Arm.Marks.Select(mark =>
        $"{Words(Codes.Of(mark.Kind))} mark, {Words(Codes.Of(mark.Component))}: {mark.Text}"
        + (mark.Certainty == ReadingCertainty.Certain ? "" : $" ({Codes.Of(mark.Certainty)})"));

    /// <summary>A three-state value as a person writes it.</summary>
    public static string Shown<T>(Known<T> value)
        where T : notnull =>
        value.Match(known => Convert.ToString(known, CultureInfo.InvariantCulture)!, () => "none", () => "unknown");

    /// <summary>A code as words.</summary>
    public static string Words(string code) => code.Replace('_', ' ');
}
