using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Seizures;

/// <summary>What people call an item: its type, maker, model and calibre, as far as they are known.</summary>
internal static class ItemName
{
    /// <summary>What sort of thing it is, in the reader's words.</summary>
    public static string SortOf(SeizedItemEntry item, Words words) => item switch
    {
        { Arm: { } arm } => words.Of(arm.Type),
        { Part: { } part } => words.Of(part),
        _ => words.Of(item.Kind),
    };

    /// <summary>Maker, model and calibre as they were recorded.</summary>
    public static string Of(SeizedItemEntry item) => string.Join(' ', new[] { item.Maker, item.Model, item.Calibre }
        .Select(part => part.TryGet(out var word) ? word.ToString() : "").Where(word => word.Length > 0));
}
