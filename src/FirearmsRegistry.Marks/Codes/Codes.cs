using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FirearmsRegistry.Marks.Codes;

/// <summary>The snake_case codes of enumerations: the only form in which they stand on the wire, in events and in tables.</summary>
public static class Codes
{
    /// <summary>The code of a member, for example <c>state_transfer</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enumeration.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Table<T>.CodeOf.TryGetValue(value, out var code)
            ? code
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"No member of {typeof(T).Name}.");

    /// <summary>Reads a code. Only the exact code is taken: no other letter case, no number.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? code, out T value)
        where T : struct, Enum
    {
        value = default;
        return code is not null && Table<T>.ValueOf.TryGetValue(code, out value);
    }

    /// <summary>All codes in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        Table<T>.All;

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> CodeOf = Enum.GetValues<T>()
            .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ValueOf =
            CodeOf.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(value => CodeOf[value])];
    }
}
