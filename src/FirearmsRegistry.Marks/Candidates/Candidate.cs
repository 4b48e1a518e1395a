using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>What candidates are sought by.</summary>
/// <param name="Mark">The mark as read.</param>
/// <param name="Description">What is known of the arm.</param>
/// <param name="Limit">How many candidates are wanted.</param>
/// <param name="KnownDamaged">
/// Whether it is known that the reading is not the whole and right mark, as of a number of an exact look-up that led to other arms: then
/// marks that equal a Latin reading without gaps come behind those from which it may have come by damage.
/// </param>
public sealed record CandidateQuestion(MarkReading Mark, ArmDescription Description, int Limit = 10, bool KnownDamaged = false)
{
    /// <summary>What it costs that a mark equals the reading.</summary>
    internal int CostOfEquality => KnownDamaged && Mark.IsExact && (Mark.Scripts & ~MarkScripts.Latin) == MarkScripts.None ? Weighing.Costs.Undamaged : 0;
}

/// <summary>An arm that may carry the mark that was read. A lead, never an identification: that is a person's decision.</summary>
/// <param name="Arm">Its number in the index.</param>
/// <param name="Tag">The mark's number of the caller's.</param>
/// <param name="Role">What the mark is to the arm.</param>
/// <param name="Cost">How improbable the differences are: a negative natural logarithm in eighths, less is better.</param>
/// <param name="Share">How much of the likelihood of all arms that fit is this one's, from 0 to 1.</param>
/// <param name="AsGood">How many other arms fit exactly as well.</param>
/// <param name="Better">How many arms fit better.</param>
/// <param name="Comparison">The mark and the reading, character by character.</param>
/// <param name="Description">How each fact of the description compares.</param>
public sealed record Candidate(
    int Arm,
    int Tag,
    MarkRole Role,
    int Cost,
    double Share,
    int AsGood,
    int Better,
    IReadOnlyList<ComparedCharacter> Comparison,
    IReadOnlyDictionary<DescribedFact, Agreement> Description)
{
    /// <summary>Natural logarithm of the likelihood of the differences: 0 for none, less for more.</summary>
    public double LogLikelihood => -(double)Cost / Weighing.Costs.PerNat;
}

/// <summary>What a search found.</summary>
/// <param name="Weighed">How many marks were weighed: all of the index.</param>
/// <param name="Candidates">The best, best first.</param>
/// <param name="Standing">Where the arm stands that was asked for in particular; null where none was, or where it does not fit at all.</param>
public sealed record CandidateList(int Weighed, IReadOnlyList<Candidate> Candidates, ArmStanding? Standing = null);

/// <summary>Where one arm stands among all, whether it is among the candidates shown or not.</summary>
/// <param name="Cost">As for <see cref="Candidate.Cost"/>.</param>
/// <param name="AsGood">How many other arms fit exactly as well; null where so many fit better that nobody counted.</param>
/// <param name="Better">How many arms fit better; null likewise.</param>
public sealed record ArmStanding(int Cost, int? AsGood, int? Better);

/// <summary>How one character of the reading compares with the registered mark.</summary>
/// <param name="Place">Its place in the reading, from 0; null for what only the mark has.</param>
/// <param name="Marked">The registered mark's characters there, in Latin capitals and digits; null for what only the reading has.</param>
/// <param name="Outcome">How they compare.</param>
public readonly record struct ComparedCharacter(int? Place, string? Marked, CharacterOutcome Outcome);

/// <summary>How a character compares.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum CharacterOutcome
{
    /// <summary>It is the same, or one of the alternatives.</summary>
    Agrees,

    /// <summary>It is another, of those that wear to look alike.</summary>
    LooksAlike,

    /// <summary>It is another.</summary>
    Differs,

    /// <summary>Nothing was read there, so that any character fits.</summary>
    Unreadable,

    /// <summary>The mark has it, the reading not.</summary>
    Missing,

    /// <summary>The reading has it, the mark not.</summary>
    Extra,

    /// <summary>It and its neighbour stand in the other order.</summary>
    Transposed,
}
