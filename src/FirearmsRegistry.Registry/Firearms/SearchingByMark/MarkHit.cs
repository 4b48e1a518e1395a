using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary>What is asked of the register.</summary>
/// <param name="Mark">The text or the serial of a mark, as read.</param>
/// <param name="Maker">Only arms of this maker.</param>
/// <param name="Country">Only arms made in this country.</param>
internal sealed record MarkQuestion(MarkText Mark, ShortText? Maker = null, CountryCode? Country = null);

/// <summary>A mark that was found. Further facts of the firearm are one request away, at its id.</summary>
/// <param name="FirearmId">The firearm that carries it.</param>
/// <param name="MarkId">The mark.</param>
/// <param name="MatchedBy">Which key matched.</param>
/// <param name="MatchedIn">Whether the serial inside the mark or its whole text matched.</param>
/// <param name="Kind">What the mark is for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Text">Exactly as marked, or as a laboratory read it.</param>
/// <param name="Serial">The maker's number inside it.</param>
/// <param name="Restored">Whether the text is what a laboratory read.</param>
/// <param name="Voided">Whether the mark no longer counts.</param>
/// <param name="Maker">The firearm's maker, where known.</param>
/// <param name="Model">Its model, where known.</param>
/// <param name="Country">Its country of manufacture (alpha-3), where known.</param>
/// <param name="Alert">Set while the firearm is reported lost, stolen or unlawfully transferred.</param>
public sealed record MarkHit(
    Guid FirearmId,
    Guid MarkId,
    MatchedKey MatchedBy,
    MatchedField MatchedIn,
    MarkKind Kind,
    ComponentKind Component,
    string Text,
    string? Serial,
    bool Restored,
    bool Voided,
    string? Maker,
    string? Model,
    string? Country,
    LossKind? Alert);

/// <summary>How closely a mark matches, closest first.</summary>
public enum MatchedKey
{
    /// <summary>Character by character.</summary>
    AsMarked = 0,

    /// <summary>But for letter case, script, accents and separators.</summary>
    ExactKey = 1,

    /// <summary>But for characters that wear to look alike, such as O and 0.</summary>
    FoldedKey = 2,
}

/// <summary>What of a mark matches.</summary>
public enum MatchedField
{
    /// <summary>Its whole text.</summary>
    Text,

    /// <summary>The serial inside it.</summary>
    Serial,
}
