using System.Security.Cryptography;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>What came of an asking.</summary>
internal enum AskingOutcome
{
    /// <summary>It is on its way; where nothing follows, this registry ended meanwhile and knows no more.</summary>
    Sent,

    /// <summary>The partner answered.</summary>
    Answered,

    /// <summary>The partner did not deal with it.</summary>
    Refused,

    /// <summary>No answer came that can be used: the partner may have answered, or not.</summary>
    Unknown,
}

/// <summary>
/// The questions of this registry, each written down before it leaves. One whose answer was lost is asked again under its id on the same day
/// (UTC): the partner gives the answer that it gave, and neither side counts the marks twice.
/// </summary>
internal static class AskingLog
{
    private const string FindOpen =
        """
        select a.question_id from registry.exchange_mark_asking a where a.partner_id = $1 and a.at >= $2 and a.basis = $3
            and not exists (select from registry.exchange_mark_asking b where b.question_id = a.question_id and b.outcome = 'answered')
        order by a.id desc limit 1
        """;

    private const string Spent =
        """
        select coalesce(sum(marks), 0)::int
        from (select distinct on (question_id) marks from registry.exchange_mark_asking where partner_id = $1 and at >= $2) asked
        """;

    private const string Add =
        """
        insert into registry.exchange_mark_asking (question_id, partner_id, at, subject, basis, marks, outcome) values (?, ?, ?, nullif(?, ''), ?, ?, ?)
        """;

    /// <summary>
    /// The question to send: one of today with the same hashes that has no answer, else a new one where the budget does. Holds the partner's
    /// turn until the transaction ends.
    /// </summary>
    public static async Task<Result<MarkQuestion>> BeginAsync(
        IDocumentSession session, Partner partner, IReadOnlyList<HashDigits> hashes, DateTimeOffset now, CancellationToken token)
    {
        await AdvisoryLocks.TakeAsync(session, [$"mark questions|{partner.Id}|asked"], token);
        await using var find = Command(FindOpen, session, partner, now);
        find.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Basis(hashes) });
        if (await find.ExecuteScalarAsync(token) is Guid open)
            return new MarkQuestion(open, hashes);
        await using var spent = Command(Spent, session, partner, now);
        return (int)(await spent.ExecuteScalarAsync(token))! + hashes.Count > partner.HashAgreement!.DailyBudget
            ? MarkQuestionErrors.BudgetSpent
            : new MarkQuestion(Guid.CreateVersion7(now), hashes);
    }

    /// <summary>Queues a line of the log.</summary>
    public static void Queue(
        IDocumentSession session, MarkQuestion question, Partner partner, string? subject, AskingOutcome outcome, DateTimeOffset now) =>
        session.QueueSqlCommand(Add, question.Id, partner.Id, now.ToUniversalTime(), subject ?? "", Basis(question.Hashes), question.Hashes.Count,
            Codes.Of(outcome));

    private static NpgsqlCommand Command(string sql, IDocumentSession session, Partner partner, DateTimeOffset now)
    {
        var command = new NpgsqlCommand(sql, session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime.Date });
        return command;
    }

    private static byte[] Basis(IReadOnlyList<HashDigits> hashes) => SHA256.HashData([.. hashes.SelectMany(hash => hash.ToBytes())]);
}
