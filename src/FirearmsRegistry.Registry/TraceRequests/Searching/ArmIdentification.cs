using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Seizures;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>A mark in the register that may be the item's.</summary>
/// <param name="FirearmId">The arm that carries it.</param>
/// <param name="TextExact">Exact key of the whole mark.</param>
/// <param name="TextFolded">Folded key of the whole mark.</param>
/// <param name="SerialExact">Exact key of the maker's number.</param>
/// <param name="SerialFolded">Folded key of the maker's number.</param>
/// <param name="MakerKey">Key of the maker's name.</param>
/// <param name="Country">The country of manufacture.</param>
/// <param name="Restored">Whether a laboratory made the registered mark readable again.</param>
/// <param name="OnFrame">Whether it stands on frame or receiver.</param>
/// <param name="IsNational">Whether it is a national number, which is enough by itself on any part.</param>
public sealed record RegisteredMark(
    Guid FirearmId, string TextExact, string TextFolded, string? SerialExact, string? SerialFolded, string? MakerKey, string? Country,
    bool Restored = false, bool OnFrame = true, bool IsNational = false)
{
    /// <summary>Whether the whole mark says more than a number: the maker's name stands beside it.</summary>
    internal bool NamesMaker => MakerKey is { Length: > 0 } maker && SerialExact is { Length: > 0 } serial
        && TextExact.Replace(serial, "", StringComparison.Ordinal).Contains(maker, StringComparison.Ordinal);
}

/// <summary>The marks in the register that fit an item.</summary>
/// <param name="Marks">Those that were read.</param>
/// <param name="MoreFit">Whether there are more than those: then the item is not identified, whichever of them fit best.</param>
public sealed record RegisteredMarks(IReadOnlyList<RegisteredMark> Marks, bool MoreFit = false)
{
    /// <summary>None fits, or none was looked for.</summary>
    public static RegisteredMarks None { get; } = new([]);
}

/// <summary>
/// Which registered arm an item is, as far as its marks tell. Only one rule lets the register say so by itself, for its own items and for
/// those of other States: an undamaged mark on frame or receiver, together with maker or country, or an undamaged national number, equals that of one
/// arm; every mark on frame or receiver was read throughout; and no number on any part is another. All else is a lead, which a person confirms.
/// </summary>
/// <param name="Basis">By what, or why none.</param>
/// <param name="Candidates">How many registered arms fitted, at least.</param>
/// <param name="FirearmId">The arm; null where none was identified, and so for leads.</param>
/// <param name="NumberIsFalse">Whether a mark recorded as a national number has wrong check characters.</param>
/// <param name="MarksLeftOpen">Whether marks were read that have no key, so that nothing was looked up by them, and that can be compared with candidates.</param>
public sealed record ArmIdentification(
    IdentificationBasis Basis, int Candidates, Guid? FirearmId, bool NumberIsFalse = false, bool MarksLeftOpen = false)
{
    /// <summary>Whether arms fit and none was identified: a person compares them.</summary>
    public bool IsLead => FirearmId is null && Basis is IdentificationBasis.SeveralFit or IdentificationBasis.DamagedMark or IdentificationBasis.FoldedKey;

    /// <summary>Whether the search says neither which arm it is nor that there is none, before a person has looked at the candidates.</summary>
    public bool AwaitsPerson => FirearmId is null && (IsLead || MarksLeftOpen);

    /// <summary>Identifies by exact keys of undamaged marks on the frame; looks for leads by those of the others and by folded ones.</summary>
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
        if (keys.All.IsEmpty)
            return new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null, MarksLeftOpen: read.Any(mark => mark.Reading.IsComparable));
        var marks = found.Marks;
        if (found.MoreFit)
            return new ArmIdentification(IdentificationBasis.SeveralFit, marks.Select(mark => mark.FirearmId).Distinct().Count(), null);
        var all = Exactly(keys, keys.All, marks);
        if (all is [var arm])
        {
            return Identifies(keys, [.. marks.Where(mark => mark.FirearmId == arm)])
                ? new ArmIdentification(IdentificationBasis.ExactKey, 1, arm)
                : new ArmIdentification(IdentificationBasis.DamagedMark, 1, null);
        }

        if (all.Count == 0)
            all = Fitting(keys, keys.All, marks, key => key.FoldedKey, mark => mark.TextFolded, mark => mark.SerialFolded);
        return all.Count switch
        {
            0 => new ArmIdentification(
                IdentificationBasis.NothingFits, 0, null, HasFalseNumber(read), read.Any(mark => mark is { IsCertain: false, Reading.IsComparable: true })),
            1 => new ArmIdentification(IdentificationBasis.FoldedKey, 1, null),
            var several => new ArmIdentification(IdentificationBasis.SeveralFit, several, null),
        };
    }

    private static bool Identifies(ArmKeys keys, IReadOnlyList<RegisteredMark> marks) =>
        !keys.Numbers.FrameIsOpen
        && Exactly(keys, keys.Identifying, marks.Where(mark => !mark.Restored && IsEnough(keys, mark))).Count == 1
        && keys.Numbers.AllFit([.. marks.SelectMany(mark => new[] { mark.TextFolded, mark.SerialFolded }).OfType<string>().Distinct()]);

    private static bool IsEnough(ArmKeys arm, RegisteredMark mark) => mark.IsNational
        || (mark.OnFrame && (mark.NamesMaker || Agrees(arm.MakerKeys, mark.MakerKey) || Agrees(arm.Country, mark.Country)));

    private static IReadOnlyList<Guid> Exactly(ArmKeys arm, MarkKeys keys, IEnumerable<RegisteredMark> marks) =>
        Fitting(arm, keys, marks, key => key.ExactKey, mark => mark.TextExact, mark => mark.SerialExact);

    private static IReadOnlyList<Guid> Fitting(
        ArmKeys arm, MarkKeys keys, IEnumerable<RegisteredMark> marks, Func<SearchKey, string> key, Func<RegisteredMark, string?> text,
        Func<RegisteredMark, string?> serial)
    {
        var texts = keys.Texts.Select(key).ToHashSet(StringComparer.Ordinal);
        var serials = keys.Serials.Select(key).ToHashSet(StringComparer.Ordinal);
        return [.. marks
            .Where(mark => !Contradicts(arm.MakerKeys, mark.MakerKey) && !Contradicts(arm.Country, mark.Country))
            .Where(mark => (text(mark) is { } whole && texts.Contains(whole))
                || (serial(mark) is { } number && serials.Contains(number) && (Agrees(arm.MakerKeys, mark.MakerKey) || Agrees(arm.Country, mark.Country))))
            .Select(mark => mark.FirearmId).Distinct()];
    }

    private static bool Contradicts(IReadOnlyList<string> asked, string? registered) =>
        asked.Count > 0 && registered is not null && !asked.Contains(registered, StringComparer.Ordinal);

    private static bool Agrees(IReadOnlyList<string> asked, string? registered) =>
        registered is not null && asked.Contains(registered, StringComparer.Ordinal);

    private static bool Contradicts(string? asked, string? registered) =>
        asked is not null && registered is not null && !string.Equals(asked, registered, StringComparison.Ordinal);

    private static bool Agrees(string? asked, string? registered) =>
        asked is not null && string.Equals(asked, registered, StringComparison.Ordinal);

    private static bool HasFalseNumber(IReadOnlyList<MarkAsRead> read) =>
        read.Any(mark => mark.Kind == MarkKind.NationalNumber && !NationalNumber.Parse(mark.Text.ToString()).TryGet(out _, out _));
}
