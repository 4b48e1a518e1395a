using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>What a use case answered: the view, or the problem in its place.</summary>
/// <param name="View">What was asked for, or the record as the write left it.</param>
/// <param name="Problem">The refusal.</param>
/// <param name="Version">The record's version, to be shown again at a change.</param>
/// <param name="Location">The address of what was made.</param>
internal sealed record Answer<T>(T? View, Problem? Problem, long? Version, string? Location)
    where T : class
{
    public static Answer<T> Of(RawAnswer raw)
    {
        if (!raw.IsSuccess)
            return new Answer<T>(null, Problem.Read(raw), null, null);
        var version = long.TryParse(raw.ETag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (long?)null;
        var view = typeof(T) == typeof(string)
            ? (T)(object)System.Text.Encoding.UTF8.GetString(raw.Body)
            : JsonSerializer.Deserialize<T>(raw.Body, Answers.Json);
        return new Answer<T>(view, null, version, raw.Location);
    }
}

/// <summary>How answers are read: as the API writes them, and with members that a page does not know.</summary>
internal static class Answers
{
    public static JsonSerializerOptions Json { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        RegistryJson.Configure(options);
        // A record's computed members are written and cannot be read; optional ones are left out.
        options.RespectRequiredConstructorParameters = false;
        return options;
    }
}

/// <summary>A refusal as the API words it (RFC 9457).</summary>
/// <param name="Name">The tail of its type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">One sentence in English.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Errors">Which members broke which rule.</param>
/// <param name="Document">The whole document, for members such as the look-alikes.</param>
public sealed record Problem(string Name, int Status, string Title, string? Detail, IReadOnlyList<InputError> Errors, JsonObject Document)
{
    internal static Problem Read(RawAnswer raw)
    {
        var document = raw.Body.Length == 0 ? [] : JsonNode.Parse(raw.Body)?.AsObject() ?? [];
        var type = document["type"]?.GetValue<string>() ?? "";
        return new Problem(
            type.StartsWith(ProblemDocuments.TypePrefix, StringComparison.Ordinal) ? type[ProblemDocuments.TypePrefix.Length..] : "internal-error",
            raw.Status, document["title"]?.GetValue<string>() ?? "", document["detail"]?.GetValue<string>(),
            document["errors"]?.Deserialize<IReadOnlyList<InputError>>(Answers.Json) ?? [], document);
    }

    /// <summary>A member of the document beyond the usual ones; default where it is missing.</summary>
    internal T? Member<T>(string name) => Document[name] is { } member ? member.Deserialize<T>(Answers.Json) : default;
}
