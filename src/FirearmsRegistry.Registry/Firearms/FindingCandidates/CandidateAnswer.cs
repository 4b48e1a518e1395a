using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>A worn mark, and what is known of the arm that carries it.</summary>
/// <param name="Mark">The mark as read.</param>
/// <param name="Maker">The maker.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Country">The country of manufacture.</param>
/// <param name="Year">The year of manufacture.</param>
/// <param name="Limit">How many candidates are wanted, 1 to 50; 10 where none is given.</param>
/// <param name="KnownDamaged">
/// Whether it is known that the reading is not the whole and right mark, as where the arm with just that number is another one: then marks that
/// equal it come behind those from which it may have come by damage. False where it is not given.
/// </param>
internal sealed record CandidateSearchRequest(
    MarkReading Mark, ShortText? Maker = null, ShortText? Model = null, ShortText? Calibre = null, CountryCode? Country = null, int? Year = null,
    int? Limit = null, bool? KnownDamaged = null)
{
    public const int MostCandidates = 50;

    private const int UsualCandidates = 10;

    public CandidateQuestion Question => new(
        Mark, new ArmDescription(Maker?.ToString(), Model?.ToString(), Calibre?.ToString(), Country?.ToString(), Year), Limit ?? UsualCandidates,
        KnownDamaged ?? false);
}

/// <summary>What a search for a worn mark found.</summary>
/// <param name="Statement">What candidates are, and what they are not.</param>
/// <param name="MarksWeighed">How many registered marks were compared: all of them.</param>
/// <param name="Scripts">The scripts of its letters, and of digits that only one script has; none where it has neither.</param>
/// <param name="MixesScripts">Whether letters of several scripts stand beside each other in the reading: a reason to look again.</param>
/// <param name="Cautions">Known ways in which the reading itself misleads, by the catalogue of makers.</param>
/// <param name="Candidates">The arms that most probably carry the mark, best first.</param>
public sealed record CandidateAnswer(
    string Statement, int MarksWeighed, IReadOnlyList<MarkScripts> Scripts, bool MixesScripts, IReadOnlyList<CandidateCaution> Cautions,
    IReadOnlyList<CandidateArm> Candidates)
{
    /// <summary>Stands in every answer.</summary>
    public const string Lead = "Candidates are leads. None is an identification, even where it is the only one: a person compares the arm and decides.";
}

/// <summary>An arm that may carry the mark. Further facts of the firearm are one request away, at its id.</summary>
/// <param name="FirearmId">The arm.</param>
/// <param name="MarkId">Its mark that fits best.</param>
/// <param name="Kind">What that mark is for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Text">Exactly as marked, or as a laboratory read it.</param>
/// <param name="Serial">The maker's number inside it.</param>
/// <param name="Restored">Whether the text is what a laboratory read.</param>
/// <param name="Voided">Whether the mark no longer counts.</param>
/// <param name="Maker">The maker, where known.</param>
/// <param name="Model">The model, where known.</param>
/// <param name="Calibre">The calibre, where known.</param>
/// <param name="Country">The country of manufacture (alpha-3), where known.</param>
/// <param name="Year">The year of manufacture, where known.</param>
/// <param name="Share">How much of the likelihood of all registered arms that fit is this one's, 0 to 1: of those, not of all arms in the world.</param>
/// <param name="AsGood">How many other arms fit exactly as well.</param>
/// <param name="Better">How many arms fit better.</param>
/// <param name="Score">Natural logarithm of the likelihood of the differences: 0 for none, less for more.</param>
/// <param name="Characters">Which characters agree, differ, are unreadable, missing or too many.</param>
/// <param name="Description">Which facts of the description agree, are near, differ or are unknown.</param>
/// <param name="Cautions">Known ways in which such a candidate misleads.</param>
public sealed record CandidateArm(
    Guid FirearmId,
    Guid MarkId,
    MarkKind Kind,
    ComponentKind Component,
    string Text,
    string? Serial,
    bool Restored,
    bool Voided,
    string? Maker,
    string? Model,
    string? Calibre,
    string? Country,
    int? Year,
    double Share,
    int AsGood,
    int Better,
    double Score,
    IReadOnlyList<ComparedCharacter> Characters,
    DescriptionAgreement Description,
    IReadOnlyList<CandidateCaution> Cautions);

/// <summary>How each fact of the description compares.</summary>
/// <param name="Maker">The maker.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Country">The country of manufacture.</param>
/// <param name="Year">The year of manufacture.</param>
public sealed record DescriptionAgreement(Agreement Maker, Agreement Model, Agreement Calibre, Agreement Country, Agreement Year);

/// <summary>How a candidate may mislead.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum CandidateCaution
{
    /// <summary>What was read equals the arm's model, or another one of its maker's: it may be the model and no serial.</summary>
    ModelTakenForSerial,

    /// <summary>The number fits and the maker does not: what was read may be an importer, a retailer or a rebrander.</summary>
    OtherMaker,

    /// <summary>The number stands on a part other than frame or receiver, which may have come from another arm.</summary>
    PartOfArm,

    /// <summary>The mark is one of import.</summary>
    ImportMark,

    /// <summary>The mark is one of a transfer from, or retention by, the State.</summary>
    StateMark,

    /// <summary>The mark is the national number and not the maker's.</summary>
    NationalNumber,

    /// <summary>What was read is the beginning or the end of a longer number.</summary>
    PartOfLongerNumber,

    /// <summary>The two are the same without the letters between their digits.</summary>
    EmbeddedLetter,

    /// <summary>The mark was voided.</summary>
    Voided,

    /// <summary>What was read is a patent number or date that stands on the maker's arms.</summary>
    PatentTakenForSerial,

    /// <summary>The maker that was named imports this one's arms or sells them under its own name, or is known to make none.</summary>
    ImporterTakenForMaker,

    /// <summary>
    /// What was read has none of the forms that the catalogue knows of the maker's serials: a beginning or end may be lost, or it is another
    /// number. The forms need not be all that there are.
    /// </summary>
    UnusualForm,
}
