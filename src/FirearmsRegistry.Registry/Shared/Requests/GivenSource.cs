using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>The required <c>source</c> of an import: where the table comes from. It names a publication, never a person.</summary>
internal sealed record GivenSource(Note Value, Refusal? Refusal = null) : IRequestPart
{
    public const string Query = "source";

    public static ValueTask<GivenSource?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        // One line suffices for a publication, and a longer text has no place in an address.
        var text = http.Request.Query[Query].ToString();
        return new ValueTask<GivenSource?>(ShortText.Parse(text).TryGet(out var line, out var fault)
            ? new GivenSource(Note.Parse(line.ToString()).GetOrThrow())
            : new GivenSource(default, RequestErrors.Query(Query, text.Length > 100 ? text[..100] : text, fault.Rule, fault.Suggestion)));
    }
}
