using System.Globalization;
using FirearmsRegistry.Web.Shared.Downloading;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Figures;

/// <summary>Which year a page shows, and as known when; both stand in its address, so that a view can be kept and handed on.</summary>
/// <param name="Year">The year of the first physical intake.</param>
/// <param name="Known">The moment (RFC 3339); null for now.</param>
public sealed record YearAsked(int Year, string? Known)
{
    /// <summary>The year as it stands in addresses.</summary>
    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The values that every read of the year takes.</summary>
    public Dictionary<string, string?> Query(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new Dictionary<string, string?> { ["year"] = YearText, ["asKnownAt"] = Known };
        foreach (var (name, value) in more)
            query[name] = value;
        return query;
    }

    /// <summary>The address of a page of the year.</summary>
    /// <param name="place">What stands behind the year: <c>/checks</c>.</param>
    /// <param name="more">Further values.</param>
    public string Address(string place, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var values = new List<KeyValuePair<string, string?>>();
        foreach (var (name, value) in more)
            values.Add(KeyValuePair.Create(name, (string?)value));
        if (Known is not null)
            values.Add(KeyValuePair.Create("known", (string?)Known));
        return $"/figures/{YearText}{place}{Microsoft.AspNetCore.Http.QueryString.Create(values)}";
    }

    /// <summary>The address of the year's tables as a file.</summary>
    public string File(string format, string audience) => FileEndpoint.Of(
        "exportYearTables", ("year", YearText), ("format", format), ("audience", audience), ("asKnownAt", Known));

    /// <summary>The moment; null for now, and where the address holds no moment.</summary>
    public DateTimeOffset? KnownTime =>
        DateTimeOffset.TryParse(Known, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>The moment as it would have been typed; empty for now.</summary>
    public string KnownTyped => KnownTime is { } moment ? TypedDate.Typed(moment) : Known ?? "";
}
