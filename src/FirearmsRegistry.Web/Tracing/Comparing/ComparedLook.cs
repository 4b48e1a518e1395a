using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;

namespace FirearmsRegistry.Web.Tracing.Comparing;

/// <summary>How comparisons look: each has a sign and a colour, so that neither is needed alone.</summary>
internal static class ComparedLook
{
    public static string SignOf(CharacterOutcome outcome) => outcome switch
    {
        CharacterOutcome.Agrees => "=",
        CharacterOutcome.LooksAlike => "≈",
        CharacterOutcome.Differs => "×",
        CharacterOutcome.Unreadable => "?",
        CharacterOutcome.Missing => "−",
        CharacterOutcome.Extra => "+",
        CharacterOutcome.Transposed => "⇄",
    };

    public static string StyleOf(CharacterOutcome outcome) => outcome switch
    {
        CharacterOutcome.Agrees => "agrees",
        CharacterOutcome.LooksAlike or CharacterOutcome.Unreadable or CharacterOutcome.Transposed => "near",
        CharacterOutcome.Differs or CharacterOutcome.Missing or CharacterOutcome.Extra => "differs",
    };

    public static string? StyleOf(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => "agrees",
        Agreement.Near => "near",
        Agreement.Differs => "differs",
        Agreement.Unknown => null,
    };
}
