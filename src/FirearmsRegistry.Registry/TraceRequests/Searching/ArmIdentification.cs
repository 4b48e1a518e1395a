using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What an item can be searched by.</summary>
/// <param name="Texts">Keys of whole marks, which name the maker, and of national numbers: enough by themselves.</param>
/// <param name="Serials">Keys of makers' numbers: never enough without maker or country.</param>
/// <param name="MakerKey">Key of the maker's name; null where unknown.</param>
/// <param name="Country">The country of manufacture; null where unknown.</param>
public sealed record ArmKeys(IReadOnlyList<SearchKey> Texts, IReadOnlyList<SearchKey> Serials, string? MakerKey, string? Country)
{
    /// <summary>Whether there is nothing to search by.</summary>
    public bool IsEmpty => Texts.Count == 0 && Serials.Count == 0;

    /// <summary>Derives the keys of an item's marks, as far as read with certainty, and as made readable by laboratories.</summary>
    public static ArmKeys Of(SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item.Item.Marks, item.Restorations, item.Item.Maker, item.Item.ManufactureCountry);
    }

    /// <summary>Derives the keys of an arm that another State asks about.</summary>
    public static ArmKeys Of(AskedArm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        return Of(arm.Marks, [], arm.Maker, arm.ManufactureCountry);
    }

    private static ArmKeys Of(
        IReadOnlyList<MarkAsRead> read, IReadOnlyList<SeizedItemMarksRestored> restorations, Known<ShortText> maker, Known<CountryCode> made)
    {
        var marks = read.Where(IsCertain).ToArray();
        return new ArmKeys(
            Keys(marks.Select(mark => mark.Text).Concat(restorations.Select(restored => restored.RestoredText))),
            Keys(marks.Select(mark => mark.Serial).Concat(restorations.Select(restored => restored.Serial)).OfType<MarkText>()),
            MarkSearchKeys.OfName(maker),
            made.TryGet(out var country) ? country.ToString() : null);
    }

    /// <summary>
    /// On any other mark only a person identifies, among the candidates (<c>GET /trace-requests/{id}/candidates</c>).
    /// </summary>
    private static bool IsCertain(MarkAsRead mark) =>
        mark is { IsCertain: true, Kind: MarkKind.Manufacture or MarkKind.NationalNumber };

    private static SearchKey[] Keys(IEnumerable<MarkText> texts) => [.. texts.Select(SearchKey.Of).Where(key => !key.IsEmpty).Distinct()];
}

/// <summary>A mark in the register that may be the item's.</summary>
/// <param name="FirearmId">The arm that carries it.</param>
/// <param name="TextExact">Exact key of the whole mark.</param>
/// <param name="TextFolded">Folded key of the whole mark.</param>
/// <param name="SerialExact">Exact key of the maker's number.</param>
/// <param name="SerialFolded">Folded key of the maker's number.</param>
/// <param name="MakerKey">Key of the maker's name.</param>
/// <param name="Country">The country of manufacture.</param>
public sealed record RegisteredMark(
    Guid FirearmId, string TextExact, string TextFolded, string? SerialExact, string? SerialFolded, string? MakerKey, string? Country);

/// <summary>The marks in the register that fit an item.</summary>
/// <param name="Marks">Those that were read.</param>
/// <param name="MoreFit">Whether there are more than those: then the item is not identified, whichever of them fit best.</param>
public sealed record RegisteredMarks(IReadOnlyList<RegisteredMark> Marks, bool MoreFit = false)
{
    /// <summary>None fits, or none was looked for.</summary>
    public static RegisteredMarks None { get; } = new([]);
}

/// <summary>Which registered arm an item is, as far as its marks tell.</summary>
/// <param name="Basis">By what, or why none.</param>
/// <param name="Candidates">How many registered arms fitted, at least; a single one found by worn marks is a lead that the chain is built on.</param>
/// <param name="FirearmId">The arm.</param>
/// <param name="NumberIsFalse">Whether a mark recorded as a national number has wrong check characters.</param>
public sealed record ArmIdentification(IdentificationBasis Basis, int Candidates, Guid? FirearmId, bool NumberIsFalse = false)
{
    /// <summary>Identifies by exact keys, and only where those find nothing by folded ones.</summary>
    public static ArmIdentification Decide(SeizedItem item, ArmKeys keys, RegisteredMarks found)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Decide(item.LinkedBefore, item.Item.Marks, keys, found);
    }

    /// <summary>The same for any arm whose marks were read.</summary>
    /// <param name="linkedBefore">The registered arm that a person said it is.</param>
    /// <param name="read">Its marks as read.</param>
    /// <param name="keys">The keys of those.</param>
    /// <param name="found">The marks in the register that fit.</param>
    public static ArmIdentification Decide(Guid? linkedBefore, IReadOnlyList<MarkAsRead> read, ArmKeys keys, RegisteredMarks found)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(found);
        if (linkedBefore is { } linked)
            return new ArmIdentification(IdentificationBasis.LinkedBefore, 1, linked);
        if (keys.IsEmpty)
            return new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null);
        var marks = found.Marks;
        if (found.MoreFit)
            return new ArmIdentification(IdentificationBasis.SeveralFit, marks.Select(mark => mark.FirearmId).Distinct().Count(), null);
        var exact = Fitting(keys, marks, key => key.ExactKey, mark => mark.TextExact, mark => mark.SerialExact);
        if (exact.Count > 0)
            return Of(IdentificationBasis.ExactKey, exact);
        var folded = Fitting(keys, marks, key => key.FoldedKey, mark => mark.TextFolded, mark => mark.SerialFolded);
        return folded.Count > 0
            ? Of(IdentificationBasis.FoldedKey, folded)
            : new ArmIdentification(IdentificationBasis.NothingFits, 0, null, HasFalseNumber(read));
    }

    private static ArmIdentification Of(IdentificationBasis basis, HashSet<Guid> fitting) => fitting.Count == 1
        ? new ArmIdentification(basis, 1, fitting.Single())
        : new ArmIdentification(IdentificationBasis.SeveralFit, fitting.Count, null);

    private static HashSet<Guid> Fitting(
        ArmKeys keys, IReadOnlyList<RegisteredMark> marks, Func<SearchKey, string> key, Func<RegisteredMark, string?> text,
        Func<RegisteredMark, string?> serial)
    {
        var texts = keys.Texts.Select(key).ToHashSet(StringComparer.Ordinal);
        var serials = keys.Serials.Select(key).ToHashSet(StringComparer.Ordinal);
        return [.. marks
            .Where(mark => !Contradicts(keys.MakerKey, mark.MakerKey) && !Contradicts(keys.Country, mark.Country))
            .Where(mark => (text(mark) is { } whole && texts.Contains(whole))
                || (serial(mark) is { } number && serials.Contains(number) && (Agrees(keys.MakerKey, mark.MakerKey) || Agrees(keys.Country, mark.Country))))
            .Select(mark => mark.FirearmId)];
    }

    private static bool Contradicts(string? asked, string? registered) =>
        asked is not null && registered is not null && !string.Equals(asked, registered, StringComparison.Ordinal);

    private static bool Agrees(string? asked, string? registered) =>
        asked is not null && string.Equals(asked, registered, StringComparison.Ordinal);

    private static bool HasFalseNumber(IReadOnlyList<MarkAsRead> read) =>
        read.Any(mark => mark.Kind == MarkKind.NationalNumber && !NationalNumber.Parse(mark.Text.ToString()).TryGet(out _, out _));
}
