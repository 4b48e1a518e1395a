using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>The codes of the outcome lines and the groups that formulas speak of.</summary>
public static class OutcomeLines
{
    /// <summary>All lines in the order of the questionnaire.</summary>
    public static IReadOnlyList<OutcomeLine> All { get; } = Enum.GetValues<OutcomeLine>();

    /// <summary>The questionnaire's number of the line, as on the wire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value names no line.</exception>
    public static string Code(this OutcomeLine line) => line switch
    {
        OutcomeLine.LegitimateOwner => "1.1",
        OutcomeLine.IllegitimateOwner => "1.2",
        OutcomeLine.ForeignRegistry => "1.3",
        OutcomeLine.OtherwiseIdentified => "1.4",
        OutcomeLine.Pending => "1.5",
        OutcomeLine.NotIdentified => "1.6",
        OutcomeLine.NotInitiated => "1.7",
        OutcomeLine.ErasedOrAltered => "2.a",
        OutcomeLine.IllicitlyManufactured => "2.b",
        OutcomeLine.NoFurtherInformation => "2.c",
        OutcomeLine.MarkingUnknown => "3",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "No such outcome line."),
    };

    /// <summary>Reads a code exactly as <see cref="Code"/> writes it: no blanks, no other case, no totals such as <c>1</c> or <c>2</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out OutcomeLine line)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Code(), code, StringComparison.Ordinal))
            {
                line = candidate;
                return true;
            }
        }

        line = default;
        return false;
    }

    /// <summary>Reads a code exactly as <see cref="Code"/> writes it.</summary>
    /// <exception cref="FormatException">The text is no outcome line.</exception>
    public static OutcomeLine Parse(string code) =>
        TryParse(code, out var line) ? line : throw new FormatException("An outcome line is one of 1.1 to 1.7, 2.a to 2.c, 3.");

    /// <summary>Whether arms of this line can be told apart by their marks (lines 1.1 to 1.7).</summary>
    public static bool IsUniquelyIdentifiable(this OutcomeLine line) => line <= OutcomeLine.NotInitiated;

    /// <summary>Whether arms of this line are known not to be identifiable by their marks (lines 2.a to 2.c).</summary>
    public static bool IsNotUniquelyIdentifiable(this OutcomeLine line) =>
        line is OutcomeLine.ErasedOrAltered or OutcomeLine.IllicitlyManufactured or OutcomeLine.NoFurtherInformation;
}
