using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>Lists to choose from.</summary>
internal static class Choices
{
    /// <summary>The codes of an enumeration in its order, with their words.</summary>
    public static IReadOnlyList<(string Code, string Words)> Of<T>(Words words, params ReadOnlySpan<T> without)
        where T : struct, Enum
    {
        var choices = new List<(string, string)>();
        foreach (var code in Enum.GetValues<T>())
        {
            if (!without.Contains(code))
                choices.Add((Codes.Of(code), words.Of(code)));
        }

        return choices;
    }
}
