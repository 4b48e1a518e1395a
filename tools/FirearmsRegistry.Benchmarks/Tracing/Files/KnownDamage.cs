using System.Text.RegularExpressions;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>When the search of a file's marks is told that a mark is damaged, as an investigator tells who knows it.</summary>
internal enum KnownDamage
{
    /// <summary>Where the file's kind names a damage, such as "one_wrong".</summary>
    ByKind,

    /// <summary>Always.</summary>
    Yes,

    /// <summary>Never: a mark may be whole and right.</summary>
    No,
}

/// <summary>Tells kinds that name a damage from those that name none, or that nobody here knows.</summary>
internal static partial class DamageNames
{
    public static bool IsDamage(string kind) => Damage().IsMatch(kind) && !None().IsMatch(kind);

    public static bool IsKnown(this KnownDamage known, string kind) => known switch
    {
        KnownDamage.Yes => true,
        KnownDamage.No => false,
        _ => IsDamage(kind),
    };

    [GeneratedRegex("wrong|unread|illegib|lost|miss|transpos|swap|script|damag|extra|confus|worn|corro|partial|truncat|insert|delet|substit|blur|error|obliterat|wildcard", RegexOptions.IgnoreCase)]
    private static partial Regex Damage();

    [GeneratedRegex("^(0|no|none|non|not|nothing|un|zero|without)([^a-z]|damag|harm|worn|chang|error|$)", RegexOptions.IgnoreCase)]
    private static partial Regex None();
}
