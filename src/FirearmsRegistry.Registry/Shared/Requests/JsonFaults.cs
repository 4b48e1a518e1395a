using System.Text.Json;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Turns what System.Text.Json says of a body into input errors with a JSON pointer, the value seen and the rule.</summary>
internal static partial class JsonFaults
{
    private const int LongestSeen = 100;

    public static IEnumerable<InputError> Explain(JsonException fault, ReadOnlyMemory<byte> json)
    {
        var pointer = ToPointer(fault.Path);
        if (MissingMembers().Match(fault.Message) is { Success: true } missing)
        {
            foreach (Match name in QuotedName().Matches(missing.Groups["names"].Value))
                yield return new InputError($"{pointer}/{JsonPointerTracker.Escape(name.Groups["name"].Value)}", null, "This member is required.");
            yield break;
        }

        if (UnknownMember().Match(fault.Message) is { Success: true } unknown)
        {
            var name = "/" + JsonPointerTracker.Escape(unknown.Groups["name"].Value);
            yield return new InputError(pointer.EndsWith(name, StringComparison.Ordinal) ? pointer : pointer + name, null,
                "There is no such member here.");
            yield break;
        }

        yield return new InputError(pointer, Seen(json, pointer), Rule(fault));
    }

    private static string Rule(JsonException fault)
    {
        if (fault.Message.StartsWith("Duplicate", StringComparison.Ordinal))
            return "This member stands twice.";
        var message = fault.Message;
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end >= 0)
            message = message[..end];
        // The library's own sentences name .NET types; ours (thrown by the domain words' converters) do not.
        return message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
               || message.Contains("System.", StringComparison.Ordinal) || message.Contains("FirearmsRegistry.", StringComparison.Ordinal)
            ? "The value is not of the kind that this member takes."
            : message;
    }

    private static string ToPointer(string? path)
    {
        if (path is null or "$")
            return "";
        var pointer = new System.Text.StringBuilder();
        foreach (Match part in PathPart().Matches(path))
        {
            var text = part.Groups["dot"].Success ? part.Groups["dot"].Value
                : part.Groups["index"].Success ? part.Groups["index"].Value : part.Groups["quoted"].Value;
            pointer.Append('/').Append(JsonPointerTracker.Escape(text));
        }

        return pointer.ToString();
    }

    private static string? Seen(ReadOnlyMemory<byte> json, string pointer)
    {
        using var document = JsonDocument.Parse(json);
        var here = document.RootElement;
        foreach (var part in pointer.Split('/').Skip(1).Select(Unescape))
        {
            if (here.ValueKind == JsonValueKind.Object && here.TryGetProperty(part, out var member))
                here = member;
            else if (here.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < here.GetArrayLength())
                here = here[index];
            else
                return null;
        }

        var text = here.ValueKind == JsonValueKind.String ? here.GetString()! : here.GetRawText();
        return text.Length <= LongestSeen ? text : text[..LongestSeen];
    }

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    [GeneratedRegex(@"missing required properties including: (?<names>.+)$", RegexOptions.Singleline)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("['\"](?<name>[^'\"]+)['\"]")]
    private static partial Regex QuotedName();

    [GeneratedRegex("The JSON property '(?<name>[^']*)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"\.(?<dot>[^.\[\]]+)|\[(?<index>\d+)\]|\['(?<quoted>[^']*)'\]")]
    private static partial Regex PathPart();
}
