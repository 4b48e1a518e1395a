using System.Text.RegularExpressions;

namespace FirearmsRegistry.Web.Seizures.CountingOnce;

/// <summary>The number of a record in what a person typed or pasted: alone, or as the last one of a page's address.</summary>
internal static partial class GivenNumber
{
    /// <summary>The number; null where there is none.</summary>
    public static Guid? In(string text) => Number().Matches(text) is [.., var last] ? Guid.Parse(last.Value) : null;

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Number();
}
