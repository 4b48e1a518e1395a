using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Notices.Telling;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>
/// The access log of numbers. A number is a mark, and whoever reads it learns which firearm carries it: that needs a reason, as every
/// look-up by a mark does, and nothing is answered before the entry stands.
/// </summary>
internal sealed class NumberLookUps(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Records who looked at which numbers and which firearms that showed, and tells of missing and watched ones.</summary>
    /// <param name="http">The request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="action">What was done.</param>
    /// <param name="criteria">What was asked.</param>
    /// <param name="shown">The numbers that the answer shows.</param>
    /// <param name="token">Cancels the writing, and with it the answer.</param>
    public Task LogAsync(
        HttpContext http, GivenQueryReason reason, string action, IReadOnlyDictionary<string, object?> criteria,
        IEnumerable<IssuedNumber> shown, CancellationToken token) =>
        LoggedSearch.WriteAsync(database, new AccessLogEntry(Actor.From(http.User), reason.Reason, action, criteria,
            [.. shown.Select(number => number.FirearmId).OfType<Guid>().Distinct()], time.GetUtcNow()), token);
}
