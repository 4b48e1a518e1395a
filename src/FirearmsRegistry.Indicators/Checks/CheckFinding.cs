using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Checks;

/// <summary>What a check of a year's tables looks at, as the questionnaire's workbook does.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum CheckKind
{
    /// <summary>Detail lines against the total that they add up to.</summary>
    DetailAgainstTotal,

    /// <summary>A breakdown against the arms of its intake.</summary>
    BreakdownAgainstArms,

    /// <summary>One arm reported more than once, by several agencies or under several intakes.</summary>
    ArmReportedTwice,

    /// <summary>The legal basis is no longer the one with which an arm was counted.</summary>
    LegalBasisChanged,

    /// <summary>A trace has been pending for longer than its class may take.</summary>
    PendingPastItsClock,
}

/// <summary>
/// What a check found. It blocks nothing: what does not add up may be so in the source, and then is published with a written reason.
/// </summary>
/// <param name="Kind">Which check.</param>
/// <param name="Where">The table and line, or the class, that it speaks of: <c>5.1 line 1</c>.</param>
/// <param name="Explanation">What does not fit, with both numbers.</param>
/// <param name="Repair">Where to put it right.</param>
/// <param name="Items">The seized items concerned; empty where counts alone are known.</param>
/// <param name="Said">The number stated; null where the check is not about a sum.</param>
/// <param name="Found">The number found against it; null where the check is not about a sum.</param>
public sealed record CheckFinding(
    CheckKind Kind, string Where, string Explanation, string Repair, IReadOnlyList<Guid> Items, long? Said = null, long? Found = null)
{
    /// <summary>Its name within a year, under which a reason for publishing with it is given: <c>detail_against_total/5.1 line 1</c>.</summary>
    public string Name => $"{Codes.Of(Kind)}/{Where}";
}
