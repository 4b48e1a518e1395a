using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>Finds the known ways in which a candidate misleads.</summary>
internal static class CandidateCautions
{
    public static IReadOnlyList<CandidateCaution> Of(MarkReading read, Candidate candidate, string marked, string? model, bool voided) =>
        [.. Find(read, candidate, marked, model, voided)];

    private static IEnumerable<CandidateCaution> Find(MarkReading read, Candidate candidate, string marked, string? model, bool voided)
    {
        var (reading, mark) = (SearchKey.Of(Text(read)), SearchKey.Of(marked));
        if (model is not null && SearchKey.Of(model).ExactKey == reading.ExactKey)
            yield return CandidateCaution.ModelTakenForSerial;
        if (candidate.Description[DescribedFact.Maker] is Agreement.Differs or Agreement.Near)
            yield return CandidateCaution.OtherMaker;
        if (OfRole(candidate.Role) is { } role)
            yield return role;
        if (candidate.Comparison is [{ Outcome: CharacterOutcome.Missing }, ..] or [.., { Outcome: CharacterOutcome.Missing }])
            yield return CandidateCaution.PartOfLongerNumber;
        if (reading != mark && ConfusionClasses.EmbeddedKeyOf(reading) == ConfusionClasses.EmbeddedKeyOf(mark))
            yield return CandidateCaution.EmbeddedLetter;
        if (voided)
            yield return CandidateCaution.Voided;
    }

    private static CandidateCaution? OfRole(MarkRole role) => role switch
    {
        MarkRole.ComponentSerial => CandidateCaution.PartOfArm,
        MarkRole.ImportMark => CandidateCaution.ImportMark,
        MarkRole.StateMark => CandidateCaution.StateMark,
        MarkRole.NationalNumber => CandidateCaution.NationalNumber,
        _ => null,
    };

    private static string Text(MarkReading read) => string.Concat(read.Characters.Select(character => character.Options));
}
