using System.Reflection;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>
/// The catalogue that the address names. Read here and not by a constraint of the route, so that who may not call is told that before
/// whether there is such a catalogue.
/// </summary>
internal sealed record GivenCatalogue(CatalogueKind Kind, Refusal? Refusal = null) : IRequestPart
{
    public static ValueTask<GivenCatalogue?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var text = http.Request.RouteValues["kind"] as string;
        return new ValueTask<GivenCatalogue?>(Codes.TryParse<CatalogueKind>(text, out var kind)
            ? new GivenCatalogue(kind)
            : new GivenCatalogue(default, CatalogueErrors.NoSuchCatalogue(text)));
    }
}

/// <summary>The entry that the address names.</summary>
internal sealed record GivenEntry(CatalogueKind Kind, CatalogueCode Code, Refusal? Refusal = null) : IRequestPart
{
    /// <summary>The id of its record.</summary>
    public Guid Id => CatalogueRecord.IdOf(Kind, Code);

    /// <summary>Its address.</summary>
    public string Location => LocationOf(Kind, Code);

    public static string LocationOf(CatalogueKind kind, CatalogueCode code) => $"/api/v1/catalogues/{Codes.Of(kind)}/{code}";

    public static async ValueTask<GivenEntry?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var catalogue = await GivenCatalogue.BindAsync(http, parameter);
        if (catalogue!.Refusal is not null)
            return new GivenEntry(default, default, catalogue.Refusal);
        var text = http.Request.RouteValues["code"] as string;
        return CatalogueCode.Parse(text).TryGet(out var code, out _)
            ? new GivenEntry(catalogue.Kind, code)
            : new GivenEntry(default, default, Refusal.NotFound(CatalogueErrors.Words, CatalogueErrors.Shortened(text) ?? ""));
    }
}
