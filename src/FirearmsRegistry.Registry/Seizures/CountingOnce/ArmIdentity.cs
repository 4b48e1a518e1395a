using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>By what a seized arm is compared with others: null or empty where it is not known.</summary>
/// <param name="FirearmId">The registered arm that it is.</param>
/// <param name="MakerKey">Key of the maker's name.</param>
/// <param name="Country">The country of manufacture.</param>
/// <param name="ModelKey">Key of the model's name.</param>
/// <param name="FoldedSerials">Folded keys of makers' numbers: they tell arms of one maker, country and model apart.</param>
/// <param name="FoldedNumbers">
/// Folded keys of national numbers, which are unique by themselves. What was read is folded as it stands, not only where its check
/// characters fit: a number of which one worn character was misread is still that arm's.
/// </param>
internal sealed record ArmIdentity(
    Guid? FirearmId, string? MakerKey, string? Country, string? ModelKey, IReadOnlyList<string> FoldedSerials,
    IReadOnlyList<string> FoldedNumbers)
{
    /// <summary>Whether there is anything to compare by.</summary>
    public bool IsEmpty => FirearmId is null && FoldedSerials.Count == 0 && FoldedNumbers.Count == 0;

    /// <summary>Null for parts and ammunition, which are quantities.</summary>
    public static ArmIdentity? Of(SeizedItemEntry item) => item.Kind != ItemKind.Firearm ? null : new ArmIdentity(
        item.RegisteredFirearm,
        MarkSearchKeys.OfName(item.Maker),
        item.ManufactureCountry.TryGet(out var country) ? country.ToString() : null,
        MarkSearchKeys.OfName(item.Model),
        Keys(item.Marks.Where(mark => mark.Kind == MarkKind.Manufacture).Select(mark => mark.Serial ?? mark.Text)),
        Keys(item.Marks.Where(mark => mark.Kind == MarkKind.NationalNumber).Select(mark => mark.Text)));

    /// <summary>Only the registered arm, where nothing else matters.</summary>
    public static ArmIdentity OfFirearm(Guid firearm) => new(firearm, null, null, null, [], []);

    /// <summary>The identity of an item as a restoration leaves it, compared by what was restored; null where that names no one arm.</summary>
    public static ArmIdentity? Of(SeizedItem item, SeizedItemMarksRestored restoration) =>
        restoration.NamesExactlyThisArm && Of(item.Item) is { } identity
            ? identity with { FirearmId = item.FirearmId, FoldedSerials = Serials(restoration), FoldedNumbers = Numbers(restoration) }
            : null;

    /// <summary>The maker's number that a laboratory read; empty where it does not name exactly one arm.</summary>
    public static IReadOnlyList<string> Serials(SeizedItemMarksRestored restoration) =>
        restoration.NamesExactlyThisArm ? Keys([restoration.Serial ?? restoration.RestoredText]) : [];

    /// <summary>The national number that a laboratory read, where the text is one.</summary>
    public static IReadOnlyList<string> Numbers(SeizedItemMarksRestored restoration) =>
        restoration.NamesExactlyThisArm && NationalNumber.Parse(restoration.RestoredText.ToString()).TryGet(out _, out _)
            ? Keys([restoration.RestoredText])
            : [];

    /// <summary>Whether a correction changes what an arm is found by in the register: its marks, its maker or its country.</summary>
    public static bool IsOther(SeizedItemEntry before, SeizedItemEntry after) => !ByMarks(before).SequenceEqual(ByMarks(after));

    private static IEnumerable<string?> ByMarks(SeizedItemEntry item) =>
    [
        item.Kind == ItemKind.Firearm ? "arm" : null,
        MarkSearchKeys.OfName(item.Maker),
        item.ManufactureCountry.TryGet(out var country) ? country.ToString() : null,
        .. item.Marks.Where(mark => mark.Kind is MarkKind.Manufacture or MarkKind.NationalNumber)
            .SelectMany(mark => new[] { mark.Text.ToString(), mark.Serial?.ToString() }),
    ];

    private static string[] Keys(IEnumerable<MarkText> texts) =>
        [.. texts.Select(text => SearchKey.Of(text).FoldedKey).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
}
