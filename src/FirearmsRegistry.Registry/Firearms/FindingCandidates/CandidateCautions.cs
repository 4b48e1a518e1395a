using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>Finds the known ways in which a candidate, or the reading itself, misleads.</summary>
/// <param name="catalogues">The catalogues; what they do not know is no trap.</param>
internal sealed class CandidateCautions(CatalogueLookUp catalogues)
{
    /// <summary>The ways in which a reading misleads, whatever arms there are.</summary>
    /// <param name="read">The mark as read.</param>
    /// <param name="maker">The maker as told.</param>
    public IReadOnlyList<CandidateCaution> Of(MarkReading read, string? maker) =>
        maker is null ? [] : [.. OfReading(read, catalogues.FindMaker(maker).Codes)];

    /// <summary>The ways in which a candidate misleads.</summary>
    public IReadOnlyList<CandidateCaution> Of(MarkReading read, string? maker, Candidate candidate, RegisteredArmMark arm) =>
        [.. Find(read, maker, candidate, arm).Distinct()];

    private IEnumerable<CandidateCaution> OfReading(MarkReading read, IReadOnlyList<CatalogueCode> makers)
    {
        var text = Text(read);
        if (!read.IsExact || makers.Count == 0)
            yield break;
        if (makers.Any(code => catalogues.IsModelOf(code, text)))
            yield return CandidateCaution.ModelTakenForSerial;
        if (makers.Any(code => catalogues.IsPatentOf(code, text)))
            yield return CandidateCaution.PatentTakenForSerial;
        if (makers.All(catalogues.IsNoMaker))
            yield return CandidateCaution.ImporterTakenForMaker;
        if (makers.All(code => catalogues.FitsSerialOf(code, text) == false))
            yield return CandidateCaution.UnusualForm;
    }

    private IEnumerable<CandidateCaution> Find(MarkReading read, string? maker, Candidate candidate, RegisteredArmMark arm)
    {
        var (marked, model, voided) = (arm.Compared, arm.Model, arm.Voided);
        var (reading, mark) = (SearchKey.Of(Text(read)), SearchKey.Of(marked));
        if (read.IsExact && model is not null && SearchKey.Of(model).ExactKey == reading.ExactKey)
            yield return CandidateCaution.ModelTakenForSerial;
        // A number that equals the registered one letter for letter is that number, also where it looks like something else.
        if (reading.ExactKey != mark.ExactKey && arm.Maker is { } registered)
        {
            foreach (var caution in OfReading(read, catalogues.FindMaker(registered).Codes))
                yield return caution;
        }

        if (candidate.Description[DescribedFact.Maker] is Agreement.Differs or Agreement.Near)
            yield return CandidateCaution.OtherMaker;
        if (maker is not null && arm.Maker is { } made && IsImporterFor(maker, made))
            yield return CandidateCaution.ImporterTakenForMaker;
        if (OfRole(candidate.Role) is { } role)
            yield return role;
        if (candidate.Comparison is [{ Outcome: CharacterOutcome.Missing }, ..] or [.., { Outcome: CharacterOutcome.Missing }])
            yield return CandidateCaution.PartOfLongerNumber;
        if (read.IsExact && reading != mark && ConfusionClasses.EmbeddedKeyOf(reading) == ConfusionClasses.EmbeddedKeyOf(mark))
            yield return CandidateCaution.EmbeddedLetter;
        if (voided)
            yield return CandidateCaution.Voided;
    }

    private bool IsImporterFor(string told, string registered)
    {
        var (companies, makers) = (catalogues.FindMaker(told).Codes, catalogues.FindMaker(registered).Codes);
        return companies.Any(company => !makers.Contains(company)
            && (catalogues.IsNoMaker(company) || makers.Any(maker => catalogues.IsImporterOf(company, maker))));
    }

    private static CandidateCaution? OfRole(MarkRole role) => role switch
    {
        MarkRole.ComponentSerial => CandidateCaution.PartOfArm,
        MarkRole.ImportMark => CandidateCaution.ImportMark,
        MarkRole.StateMark => CandidateCaution.StateMark,
        MarkRole.NationalNumber => CandidateCaution.NationalNumber,
        _ => null,
    };

    /// <summary>The text that was read; says something only of a reading without alternatives and gaps.</summary>
    private static string Text(MarkReading read) => string.Concat(read.Characters.Select(character => character.Options));
}

/// <summary>The registered mark of a candidate, as far as its cautions depend on it.</summary>
/// <param name="Compared">The text that the reading was compared with.</param>
/// <param name="Maker">The arm's maker.</param>
/// <param name="Model">The arm's model.</param>
/// <param name="Voided">Whether the mark no longer counts.</param>
internal sealed record RegisteredArmMark(string Compared, string? Maker, string? Model, bool Voided);
