using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Seizures.GettingDetails;

namespace FirearmsRegistry.Registry.Labels.MakingTags;

/// <summary>
/// The words of an item's tag. Whoever handles the item sees them: authority, references and the national number, and nothing of a person.
/// </summary>
/// <param name="Authority">Who took the item in.</param>
/// <param name="Reference">The authority's reference of the seizure.</param>
/// <param name="Lines">The item's code and, where it has one, its national number.</param>
/// <param name="Payload">What the symbol says: the item's id.</param>
internal sealed record TagWords(string Authority, string Reference, IReadOnlyList<string> Lines, string Payload)
{
    /// <summary>The words for an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="seizure">Its seizure.</param>
    /// <param name="arm">The registered arm that it is, as far as known.</param>
    public static TagWords Of(SeizedItemDetails item, SeizureDetails seizure, FirearmDetails? arm)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(seizure);
        var number = NumberOn(item) ?? (arm is null ? null : NumberOn(arm));
        return new TagWords(
            seizure.Circumstances.Authority.ToString(), seizure.Circumstances.CaseReference.ToString(),
            [$"Item {Code(item.Id)}", .. number is { } known ? [known.Printed] : Array.Empty<string>()],
            item.Id.ToString());
    }

    /// <summary>The last twelve digits of the id, in which items of one day differ.</summary>
    private static string Code(Guid id) => string.Join(' ', id.ToString("N").ToUpperInvariant()[20..].Chunk(4).Select(four => new string(four)));

    private static NationalNumber? NumberOn(SeizedItemDetails item) =>
        item.Item.Marks.Where(mark => mark.Kind == MarkKind.NationalNumber).Select(mark => Number(mark.Text.ToString())).FirstOrDefault(known => known is not null);

    private static NationalNumber? NumberOn(FirearmDetails arm) =>
        arm.Marks.Where(mark => mark is { Voided: false, Mark.Kind: MarkKind.NationalNumber }).Select(mark => Number(mark.Mark.Text.ToString()))
            .FirstOrDefault(known => known is not null);

    private static NationalNumber? Number(string text) => NationalNumber.Parse(text).Match<NationalNumber?>(number => number, _ => null);
}
