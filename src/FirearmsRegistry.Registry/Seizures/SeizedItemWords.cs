using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>One seized, found or surrendered arm, or a quantity of one kind of part or ammunition, as the finder recorded it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Intake">How it came in.</param>
/// <param name="Quantity">How many; 1 for a firearm, since every arm is an item of its own.</param>
/// <param name="Maker">The maker.</param>
/// <param name="ManufactureCountry">Where it was made.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="YearOfManufacture">The year of manufacture.</param>
/// <param name="Marks">Its marks as read.</param>
/// <param name="Photos">Its photos, by hash.</param>
/// <param name="Possessor">The party that had it when it came in, none, or unknown.</param>
/// <param name="Arm">What a firearm is asked beyond that; null for parts and ammunition.</param>
/// <param name="Part">Which part; null for firearms and ammunition.</param>
/// <param name="RegisteredFirearm">The registered arm that it is, where that is known at once.</param>
public sealed record SeizedItemEntry(
    ItemKind Kind,
    Intake Intake,
    int Quantity,
    Known<ShortText> Maker,
    Known<CountryCode> ManufactureCountry,
    Known<ShortText> Model,
    Known<ShortText> Calibre,
    Known<int> YearOfManufacture,
    IReadOnlyList<MarkAsRead> Marks,
    IReadOnlyList<PhotoHash> Photos,
    Known<Guid> Possessor,
    SeizedArm? Arm = null,
    ComponentKind? Part = null,
    Guid? RegisteredFirearm = null);

/// <summary>What is asked of an arm beyond what is asked of any item.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Condition">How it came to be what it is.</param>
/// <param name="Marking">The state of its marks as found.</param>
/// <param name="Antique">Whether domestic law calls it an antique; nothing made after 1899 can be one (Firearms Protocol Art. 3(a)).</param>
public sealed record SeizedArm(ArmType Type, ArmCondition Condition, MarkingState Marking, bool Antique);

/// <summary>A mark as somebody read it from the item.</summary>
/// <param name="Kind">What it seems to be for.</param>
/// <param name="Text">What was read, character by character.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Certainty">How sure the reader is.</param>
/// <param name="Serial">The maker's number inside a manufacture mark, where it can be told from the rest.</param>
/// <param name="Notation">
/// The number, or the whole mark, character by character with what is unreadable or may be another; null where <paramref name="Text"/> says all.
/// </param>
/// <param name="How">How it was read; null where nothing is told of it.</param>
public sealed record MarkAsRead(
    MarkKind Kind,
    MarkText Text,
    ComponentKind Component,
    ReadingCertainty Certainty,
    MarkText? Serial = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MarkReading? Notation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MarkExamination? How = null)
{
    /// <summary>
    /// Whether every character was read with certainty. On a mark of which characters are likely, guessed or unreadable only a person identifies.
    /// </summary>
    [JsonIgnore]
    public bool IsCertain => Certainty == ReadingCertainty.Certain && Notation is not { IsExact: false };

    /// <summary>Whether nothing is told of a laboratory having made it readable.</summary>
    [JsonIgnore]
    public bool IsReadByEye => How?.Method is null or RestorationMethod.Visual;

    /// <summary>What candidates are searched by: the notation, or else the text of the number or of the whole mark.</summary>
    [JsonIgnore]
    public MarkReading Reading => Notation ?? MarkReading.Exactly(Serial ?? Text);
}

/// <summary>How a mark was read from the metal.</summary>
/// <param name="Method">By which means.</param>
/// <param name="Examiner">Who examined it: a name, a number or a laboratory.</param>
/// <param name="ExaminedOn">When.</param>
/// <param name="Destructive">Whether the examination changed the metal.</param>
/// <param name="Photo">The photograph of what was read, by hash.</param>
public sealed record MarkExamination(
    RestorationMethod? Method = null, ShortText? Examiner = null, PartialDate? ExaminedOn = null, bool? Destructive = null, PhotoHash? Photo = null);

/// <summary>How sure a reader is of what he read.</summary>
public enum ReadingCertainty
{
    /// <summary>Every character is clear.</summary>
    Certain,

    /// <summary>The reading is likely, but single characters may be others.</summary>
    Probable,

    /// <summary>Parts of it are guessed.</summary>
    Doubtful,
}

/// <summary>How it was found out which registered arm an item is.</summary>
public enum IdentifiedBy
{
    /// <summary>The marks as read equal the registered ones.</summary>
    ExactMark,

    /// <summary>The marks equal the registered ones when worn characters that look alike are taken as one.</summary>
    FoldedMark,

    /// <summary>Marks that a laboratory made readable again.</summary>
    RestoredMark,

    /// <summary>Papers found with it or handed in.</summary>
    Documents,

    /// <summary>Another way, told in the grounds.</summary>
    Other,
}
