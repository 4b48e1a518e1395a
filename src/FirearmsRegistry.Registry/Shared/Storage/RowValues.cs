using FirearmsRegistry.Marks.Codes;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>Reads values of rows that need a look first.</summary>
internal static class RowValues
{
    /// <summary>A text, or null.</summary>
    public static string? Maybe(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A member of an enumeration from its code.</summary>
    /// <exception cref="FormatException">The code is none of that enumeration.</exception>
    public static T Code<T>(this NpgsqlDataReader row, int column)
        where T : struct, Enum => Codes.TryParse<T>(row.GetString(column), out var value) ? value : throw new FormatException($"No {typeof(T).Name}: {row.GetString(column)}.");
}
