using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>Keys of marks.</summary>
/// <param name="Texts">Keys of whole marks and of national numbers. A whole mark that names no maker is a number and no more.</param>
/// <param name="Serials">Keys of makers' numbers: never enough without maker or country.</param>
public sealed record MarkKeys(IReadOnlyList<SearchKey> Texts, IReadOnlyList<SearchKey> Serials)
{
    /// <summary>No keys.</summary>
    public static MarkKeys None { get; } = new([], []);

    /// <summary>Whether there is nothing to search by.</summary>
    public bool IsEmpty => Texts.Count == 0 && Serials.Count == 0;

    /// <summary>These keys and others.</summary>
    public MarkKeys With(MarkKeys other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new MarkKeys([.. Texts.Union(other.Texts)], [.. Serials.Union(other.Serials)]);
    }

    internal static MarkKeys Of(IEnumerable<MarkText> texts, IEnumerable<MarkText?> serials) => new(Keys(texts), Keys(serials.OfType<MarkText>()));

    private static SearchKey[] Keys(IEnumerable<MarkText> texts) => [.. texts.Select(SearchKey.Of).Where(key => !key.IsEmpty).Distinct()];
}

/// <summary>What an item can be searched by.</summary>
/// <param name="Identifying">
/// Keys of undamaged marks on frame or receiver, and of undamaged national numbers on any part: read with the eye, with certainty, on an arm
/// whose marks nobody erased or altered.
/// </param>
/// <param name="Leading">Keys of the other marks of which every character is told: they give leads and identify nothing.</param>
/// <param name="MakerKey">Key of the maker's name; null where unknown.</param>
/// <param name="Country">The country of manufacture; null where unknown.</param>
public sealed record ArmKeys(MarkKeys Identifying, MarkKeys Leading, string? MakerKey, string? Country)
{
    /// <summary>The numbers that were read anywhere on the arm, also in part, and those that laboratories made readable.</summary>
    public NumbersAsRead Numbers { get; init; } = NumbersAsRead.None;

    /// <summary>Keys of the other names that the catalogue has for the maker: aliases, former names, other scripts.</summary>
    public IReadOnlyList<string> OtherMakerKeys { get; init; } = [];

    /// <summary>All keys of the maker; empty where he is unknown.</summary>
    public IReadOnlyList<string> MakerKeys => MakerKey is { } key ? [key, .. OtherMakerKeys] : [];

    /// <summary>The keys of all marks that can be looked up.</summary>
    public MarkKeys All => Identifying.With(Leading);

    /// <summary>Whether a mark that was read with certainty counts as undamaged: read with the eye, on an arm whose marks nobody erased or altered.</summary>
    public static bool IsUndamaged(SeizedItem item, MarkAsRead mark)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(mark);
        return mark.IsReadByEye && item.Item.Arm is not { Marking: MarkingState.Erased or MarkingState.Altered };
    }

    /// <summary>Derives the keys of an item's marks, as far as read with certainty, and as made readable by laboratories.</summary>
    public static ArmKeys Of(SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item.Item.Marks, item.Restorations, mark => IsUndamaged(item, mark), item.Item.Maker, item.Item.ManufactureCountry);
    }

    /// <summary>Derives the keys of an arm that another State asks about.</summary>
    public static ArmKeys Of(AskedArm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        return Of(arm.Marks, [], mark => mark.IsReadByEye, arm.Maker, arm.ManufactureCountry);
    }

    private static ArmKeys Of(
        IReadOnlyList<MarkAsRead> read, IReadOnlyList<SeizedItemMarksRestored> restorations, Func<MarkAsRead, bool> isUndamaged,
        Known<ShortText> maker, Known<CountryCode> made)
    {
        // A mark with characters that are guessed or unreadable has no key: its candidates are weighed (GET /trace-requests/{id}/candidates).
        var certain = read.Where(mark => mark is { IsCertain: true, Kind: MarkKind.Manufacture or MarkKind.NationalNumber })
            .ToLookup(mark => isUndamaged(mark) && (mark.Kind == MarkKind.NationalNumber || mark.Component.IsPrimary()));
        return new ArmKeys(
            MarkKeys.Of(certain[true].Select(mark => mark.Text), certain[true].Select(mark => mark.Serial)),
            MarkKeys.Of(
                certain[false].Select(mark => mark.Text).Concat(restorations.Select(restored => restored.RestoredText)),
                certain[false].Select(mark => mark.Serial).Concat(restorations.Select(restored => restored.Serial))),
            MarkSearchKeys.OfName(maker),
            made.TryGet(out var country) ? country.ToString() : null)
        {
            Numbers = NumbersAsRead.Of(read, restorations),
        };
    }
}
