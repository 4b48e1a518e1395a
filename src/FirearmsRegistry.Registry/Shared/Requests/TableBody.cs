using System.Reflection;
using System.Security.Cryptography;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>A table as the body of a request: its declared type and its size are looked at here, its text where it is read.</summary>
internal sealed record TableBody(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Hash, Refusal? Refusal = null) : IBody
{
    /// <summary>Eight mebibytes: several times the largest reference table of makers and models.</summary>
    public const int Limit = 8 * 1024 * 1024;

    public static IReadOnlyList<string> MediaTypes { get; } = ["text/csv", "application/octet-stream"];

    public static async ValueTask<TableBody?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var read = await FileBody.ReadAsync(http, MediaTypes, Limit, TableErrors.NotATable, TableErrors.TooLarge);
        return read.Refused(out var refusal, out var bytes)
            ? new TableBody(default, default, refusal)
            : new TableBody(bytes, SHA256.HashData(bytes));
    }
}

/// <summary>Refusals of a body as a table.</summary>
internal static class TableErrors
{
    public const string NotATableName = "not-a-table";

    public const string TooLargeName = "body-too-large";

    public static Refusal TooLarge { get; } = new(TooLargeName, RefusalKind.TooLarge, "The body is too large.",
        $"A table may have {TableBody.Limit} bytes at the most: take it over in parts.")
    {
        Errors = [new InputError("", null, $"May have {TableBody.Limit} bytes at the most.")],
    };

    public static Refusal NotATable(string? seen) => new(NotATableName, RefusalKind.WrongMediaType, "The body must be a table.")
    {
        Errors =
        [
            new InputError("header:Content-Type", seen?.Length > 100 ? seen[..100] : seen,
                $"Must be one of {string.Join(", ", TableBody.MediaTypes)}.", "RFC 4180", "text/csv"),
        ],
    };
}
