using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>By what a seized arm is compared with others: null or empty where it is not known.</summary>
internal sealed record ArmIdentity(Guid? FirearmId, string? MakerKey, string? Country, string? ModelKey, IReadOnlyList<string> FoldedSerials)
{
    /// <summary>Null for parts and ammunition, which are quantities.</summary>
    public static ArmIdentity? Of(SeizedItemEntry item) => item.Kind != ItemKind.Firearm ? null : new ArmIdentity(
        item.RegisteredFirearm,
        MarkSearchKeys.OfName(item.Maker),
        item.ManufactureCountry.TryGet(out var country) ? country.ToString() : null,
        MarkSearchKeys.OfName(item.Model),
        [.. item.Marks.Where(mark => mark.Kind == MarkKind.Manufacture).Select(mark => Folded(mark.Serial ?? mark.Text))
            .Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)]);

    /// <summary>The identity of an item as it stands.</summary>
    public static ArmIdentity? Of(SeizedItem item) => Of(item.Item) is not { } identity ? null : identity with
    {
        FirearmId = item.FirearmId,
        FoldedSerials = [.. identity.FoldedSerials.Concat(item.Restorations.Select(Folded).OfType<string>()).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The key of what a laboratory read; null where it does not name exactly one arm.</summary>
    public static string? Folded(SeizedItemMarksRestored restoration) =>
        restoration.NamesExactlyThisArm && Folded(restoration.Serial ?? restoration.RestoredText) is { Length: > 0 } key ? key : null;

    private static string Folded(MarkText text) => SearchKey.Of(text).FoldedKey;
}
