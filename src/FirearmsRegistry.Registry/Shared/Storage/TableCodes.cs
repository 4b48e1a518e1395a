using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>Codes as the registry's own tables hold them.</summary>
internal static class TableCodes
{
    /// <summary>Reads a code that only this program writes.</summary>
    /// <exception cref="InvalidOperationException">The table holds one that this version does not know.</exception>
    public static T Read<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");
}
