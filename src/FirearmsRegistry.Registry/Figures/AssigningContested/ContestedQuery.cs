using System.Globalization;
using System.Reflection;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Figures.AssigningContested;

/// <summary>Which contested counts are wanted: all, unless <c>file</c>, <c>year</c> or <c>country</c> say less.</summary>
internal sealed record ContestedQuery(Guid? FileId = null, int? Year = null, CountryCode? Country = null, Refusal? Refusal = null) : IRequestPart
{
    public static ValueTask<ContestedQuery?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query;
        var (file, year, country) = (Guid.Empty, 0, default(CountryCode));
        if (query.ContainsKey("file") && !Guid.TryParse(query["file"], out file))
            return Refuse("file", query["file"], "Must be the id of an imported file of counts.");
        if (query.ContainsKey("year")
            && (!int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out year) || year is < Years.First or > Years.Last))
        {
            return Refuse("year", query["year"], Years.Rule);
        }

        if (query.ContainsKey("country") && !CountryCode.Parse(query["country"].ToString()).TryGet(out country, out var fault))
            return Refuse("country", query["country"], fault.Rule);
        return new ValueTask<ContestedQuery?>(new ContestedQuery(
            query.ContainsKey("file") ? file : null, query.ContainsKey("year") ? year : null, query.ContainsKey("country") ? country : null));
    }

    private static ValueTask<ContestedQuery?> Refuse(string name, string? seen, string rule) =>
        new(new ContestedQuery(Refusal: RequestErrors.Query(name, seen?.Length > 100 ? seen[..100] : seen, rule)));
}
