using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>Which way a question went.</summary>
internal enum QuestionDirection
{
    /// <summary>This registry asked.</summary>
    Asked,

    /// <summary>This registry answered.</summary>
    Answered,
}

/// <summary>One question, for the log: how many marks and how many possible ones, never which.</summary>
internal sealed record QuestionEntry(
    Guid QuestionId, Guid PartnerId, QuestionDirection Direction, DateTimeOffset At, string? Subject, byte[] Digest, int Marks, int Possible, string Answer);

/// <summary>The answer that a question had before.</summary>
/// <param name="Signed">The answer, a compact JWS.</param>
/// <param name="Possible">How many of its marks are possible.</param>
internal sealed record EarlierAnswer(string Signed, int Possible);

/// <summary>Every question by hash that was answered, and what is left of a day's budget. Days are those of UTC.</summary>
internal static class QuestionLog
{
    private const string Find =
        "select digest, answer, possible from registry.exchange_mark_question where partner_id = $1 and direction = 'answered' and question_id = $2";

    private const string Spent =
        "select coalesce(sum(marks), 0)::int from registry.exchange_mark_question where partner_id = $1 and direction = 'answered' and at >= $2";

    // Two people who ask the same at once ask one question, and both have its answer: the first one is on record. Questions that are answered have
    // their turns, and never come here twice.
    private const string Add =
        """
        insert into registry.exchange_mark_question (question_id, partner_id, direction, at, subject, digest, marks, possible, answer)
        values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
        on conflict (partner_id, direction, question_id) do nothing
        """;

    /// <summary>
    /// Takes the partner's turn until the transaction ends, so that two questions at once cannot both spend the rest of the budget; gives the
    /// answer of a question that was answered before, else refuses where the budget does not do.
    /// </summary>
    public static async Task<Result<EarlierAnswer?>> TakeTurnAsync(
        IDocumentSession session, Partner partner, MarkQuestion question, byte[] digest, DateTimeOffset now, CancellationToken token)
    {
        await AdvisoryLocks.TakeAsync(session, [$"mark questions|{partner.Id}|answered"], token);
        await using (var find = new NpgsqlCommand(Find, session.Connection))
        {
            find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
            find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = question.Id });
            await using var reader = await find.ExecuteReaderAsync(token);
            if (await reader.ReadAsync(token))
            {
                return reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(digest)
                    ? Result.Of<EarlierAnswer?>(new EarlierAnswer(reader.GetString(1), reader.GetInt32(2)))
                    : ExchangeErrors.Reused;
            }
        }

        await using var spent = new NpgsqlCommand(Spent, session.Connection);
        spent.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
        spent.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime.Date });
        return (int)(await spent.ExecuteScalarAsync(token))! + question.Hashes.Count > partner.HashAgreement!.DailyBudget
            ? MarkQuestionErrors.BudgetSpent
            : Result.Of<EarlierAnswer?>(null);
    }

    /// <summary>Queues the entry.</summary>
    public static void Queue(IDocumentSession session, QuestionEntry entry) => session.QueueSqlCommand(Add, entry.QuestionId, entry.PartnerId,
        Codes.Of(entry.Direction), entry.At.ToUniversalTime(), entry.Subject ?? "", entry.Digest, entry.Marks, entry.Possible, entry.Answer);
}
