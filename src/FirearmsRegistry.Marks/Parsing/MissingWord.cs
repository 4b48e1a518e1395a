using System.Runtime.CompilerServices;

namespace FirearmsRegistry.Marks.Parsing;

/// <summary>Guards the use of a word that nobody parsed.</summary>
internal static class MissingWord
{
    /// <summary>The content of a word, or an exception for a <c>default</c> one.</summary>
    public static string Require(string? content, string word, [CallerMemberName] string member = "") =>
        content ?? throw new InvalidOperationException($"{word}.{member} was used on a {word} that was never parsed.");
}
