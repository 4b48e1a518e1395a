using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Candidates.Describing;

/// <summary>Compares names of makers, models, calibres and countries. A registry with catalogues puts its own in.</summary>
public interface IDescriptionNames
{
    /// <summary>How two names of one kind compare; neither is empty.</summary>
    Agreement Compare(DescribedFact fact, string asked, string registered);
}

/// <summary>Compares names by their letters and digits alone.</summary>
public sealed class SpelledNames : IDescriptionNames
{
    private const int ShortestPart = 3;

    // Words that many makers bear.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "ARMS", "ARMAS", "ARMES", "ARMI", "FIREARMS", "WAFFEN", "WORKS", "WERKE", "COMPANY", "CORP", "CORPORATION", "GMBH", "INDUSTRIES",
        "INTERNATIONAL", "MANUFACTURING", "MANUFACTURA", "FACTORY", "ARSENAL", "DEFENCE", "DEFENSE", "SPORTING", "ARMORY", "ARMOURY",
    };

    /// <inheritdoc/>
    public Agreement Compare(DescribedFact fact, string asked, string registered)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(registered);
        var (one, other) = (SearchKey.Of(asked).ExactKey, SearchKey.Of(registered).ExactKey);
        if (string.Equals(one, other, StringComparison.Ordinal))
            return Agreement.Agrees;
        return fact switch
        {
            DescribedFact.Calibre => LeadingNumber(asked) is { Length: > 0 } bore && bore == LeadingNumber(registered) ? Agreement.Near : Agreement.Differs,
            DescribedFact.Country => Agreement.Differs,
            _ => AreNear(one, other, asked, registered) ? Agreement.Near : Agreement.Differs,
        };
    }

    private static bool AreNear(string one, string other, string asked, string registered) =>
        Contains(one, other) || Contains(other, one) || AreOneMistakeApart(one, other)
        || Words(asked).Intersect(Words(registered), StringComparer.Ordinal).Any();

    private static bool Contains(string whole, string part) => part.Length >= ShortestPart && whole.Contains(part, StringComparison.Ordinal);

    private static IEnumerable<string> Words(string name) =>
        name.Split([' ', '-', '.', ',', '/', '&'], StringSplitOptions.RemoveEmptyEntries).Select(word => SearchKey.Of(word).ExactKey).Where(word => word.Length > ShortestPart && !Common.Contains(word));

    /// <summary>Whether one letter is wrong, missing or too many in a name of five or more.</summary>
    private static bool AreOneMistakeApart(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (shorter.Length < 5 || longer.Length - shorter.Length > 1)
            return false;
        var start = longer.AsSpan().CommonPrefixLength(shorter);
        return longer.AsSpan(start + 1).EndsWith(shorter.AsSpan(longer.Length == shorter.Length ? start + 1 : start), StringComparison.Ordinal)
            && longer.Length - start - 1 == shorter.Length - (longer.Length == shorter.Length ? start + 1 : start);
    }

    /// <summary>The bore in a calibre: 9 of "9 mm Luger" and of "9x19", .45 of ".45 ACP".</summary>
    private static string LeadingNumber(string calibre)
    {
        var start = calibre.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return "";
        var end = start;
        while (end < calibre.Length && (char.IsAsciiDigit(calibre[end]) || calibre[end] is '.' or ','))
            end++;
        return calibre[start..end].Replace(',', '.').TrimEnd('.');
    }
}
