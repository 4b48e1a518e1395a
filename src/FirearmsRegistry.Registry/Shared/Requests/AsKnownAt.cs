using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>
/// The optional <c>asKnownAt</c> of a read: what the register knew at that recording time. At least 30 seconds in the past, so that
/// every transaction with an earlier time has been committed.
/// </summary>
/// <param name="Moment">The moment in UTC; null for now.</param>
/// <param name="Refusal">Why the value was refused.</param>
internal sealed record AsKnownAt(DateTimeOffset? Moment, Refusal? Refusal = null) : IRequestPart
{
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    public static ValueTask<AsKnownAt?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!http.Request.Query.TryGetValue("asKnownAt", out var asked))
            return new ValueTask<AsKnownAt?>(new AsKnownAt((DateTimeOffset?)null));
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!RequestTimes.TryParse(asked, out var moment))
            return Refuse(asked, RequestTimes.Rule, RequestTimes.Example);
        return moment > now - Settling
            ? Refuse(asked, "Must lie at least 30 seconds in the past.", null)
            : new ValueTask<AsKnownAt?>(new AsKnownAt(moment));
    }

    private static ValueTask<AsKnownAt?> Refuse(string? seen, string rule, string? suggestion) =>
        new(new AsKnownAt(null, RequestErrors.Query("asKnownAt", seen, rule, suggestion)));
}
