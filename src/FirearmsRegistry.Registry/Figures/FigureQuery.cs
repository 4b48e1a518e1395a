using System.Globalization;
using System.Reflection;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>Which figures are wanted: <c>year</c> (needed), <c>intake</c> (seized unless told), <c>variant</c> (potentially_traceable unless told).</summary>
internal sealed record FigureQuery(int Year, FigureIntake Intake, IndicatorVariant Variant, Refusal? Refusal = null) : IRequestPart
{
    public static ValueTask<FigureQuery?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query;
        var variant = IndicatorVariant.PotentiallyTraceable;
        var intake = FigureIntake.Seized;
        if (!int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < Years.First or > Years.Last)
            return Refuse("year", query["year"], Years.Rule);
        if (query.ContainsKey("intake") && !Codes.TryParse(query["intake"], out intake))
            return Refuse("intake", query["intake"], $"Must be one of {string.Join(", ", Codes.All<FigureIntake>())}.");
        if (query.ContainsKey("variant") && !Codes.TryParse(query["variant"], out variant))
            return Refuse("variant", query["variant"], $"Must be one of {string.Join(", ", Codes.All<IndicatorVariant>())}.");
        return new ValueTask<FigureQuery?>(new FigureQuery(year, intake, variant));
    }

    private static ValueTask<FigureQuery?> Refuse(string name, string? seen, string rule) =>
        new(new FigureQuery(0, default, default, RequestErrors.Query(name, seen?.Length > 100 ? seen[..100] : seen, rule)));
}

/// <summary>Tells the API's description of the members of a <see cref="FigureQuery"/>.</summary>
internal static class FigureQueryDescription
{
    public static RouteHandlerBuilder AsksYear(this RouteHandlerBuilder endpoint) =>
        endpoint.Query("year", required: true, "Year of the first physical intake.");

    public static RouteHandlerBuilder AsksIntake(this RouteHandlerBuilder endpoint) =>
        endpoint.Query("intake", required: false, $"One of {string.Join(", ", Codes.All<FigureIntake>())}; seized unless given.");

    public static RouteHandlerBuilder AsksVariant(this RouteHandlerBuilder endpoint) => endpoint.Query("variant", required: false,
        $"One of {string.Join(", ", Codes.All<IndicatorVariant>())}; potentially_traceable unless given.");
}
