using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>
/// Tells a retry from a replay. A sender that had no answer signs the same content anew, which only the owner of the key can do; whoever
/// listened on the way can only send the very text again.
/// </summary>
internal static class TakenTexts
{
    /// <summary>
    /// How many texts of one content are taken within 24 hours. A registry of this kind that never gets an answer tries 29 times on the first day
    /// and 24 times on each one after it, so that it is not kept from its receipt; whoever signs more often fills the table.
    /// </summary>
    public const int TextsOfADay = 30;

    private const string Find =
        """
        select coalesce(bool_or(digest = $3), false), count(*) filter (where taken_at > $4)
        from registry.exchange_taken_text where sender = $1 and text_id = $2
        """;

    // What has expired is refused for that, whether it was taken or not.
    private const string Add =
        """
        with expired as (delete from registry.exchange_taken_text where expires_at < ?::timestamptz - interval '1 day')
        insert into registry.exchange_taken_text (sender, text_id, digest, taken_at, expires_at) values (?, ?, ?, ?, ?)
        """;

    /// <summary>Queues that a text was taken, in the transaction of what it does.</summary>
    public static void Queue(IDocumentSession session, OpenedText opened, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(opened);
        var at = now.ToUniversalTime();
        session.QueueSqlCommand(Add, at, opened.Partner.Country.ToString(), opened.Content.Jti, opened.Digest, at,
            DateTimeOffset.FromUnixTimeSeconds(opened.Content.Exp));
    }

    /// <summary>
    /// Takes a text whose content is on record already: refuses it where it was taken before, else commits and counts that it is a repeat. A person
    /// who brings the very file again cannot sign it anew, is known by name, and gets no more than the answer that was given: that is a repeat as well.
    /// The caller holds the lock on the document, so that of two at once the second one is seen.
    /// </summary>
    public static async Task<Refusal?> RepeatAsync(
        IDocumentSession session, OpenedText opened, ExchangeChannel channel, ExchangeDoorLog log, DateTimeOffset now, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(log);
        var (taken, lately) = await FindAsync(session, opened, now, token);
        if (taken && channel != ExchangeChannel.File)
            return ExchangeErrors.Replayed;
        if (!taken)
        {
            if (lately >= TextsOfADay)
                return ExchangeErrors.RepeatedTooOften;
            Queue(session, opened, now);
            await session.SaveChangesAsync(token);
        }

        await log.CountRepeatAsync(opened.Partner.Country, channel, token);
        return null;
    }

    /// <summary>Whether this very text was taken, and how many of the same content were within 24 hours.</summary>
    private static async Task<(bool Taken, long Lately)> FindAsync(
        IDocumentSession session, OpenedText opened, DateTimeOffset now, CancellationToken token)
    {
        await using var find = new NpgsqlCommand(Find, session.Connection);
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = opened.Partner.Country.ToString() });
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = opened.Content.Jti });
        find.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = opened.Digest });
        find.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime.AddDays(-1) });
        await using var reader = await find.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return (reader.GetBoolean(0), reader.GetInt64(1));
    }
}
