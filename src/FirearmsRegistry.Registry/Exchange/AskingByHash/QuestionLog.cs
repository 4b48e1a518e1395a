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

/// <summary>Every question by hash, and what is left of a day's budget. Days are those of UTC.</summary>
internal static class QuestionLog
{
    private const string Find =
        "select digest, answer from registry.exchange_mark_question where partner_id = $1 and direction = $2 and question_id = $3";

    private const string Spent =
        """
        select coalesce(sum(marks), 0)::int from registry.exchange_mark_question where partner_id = $1 and direction = $2 and at >= $3
        """;

    private const string Add =
        """
        insert into registry.exchange_mark_question (question_id, partner_id, direction, at, subject, digest, marks, possible, answer)
        values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
        """;

    /// <summary>
    /// Takes the partner's turn until the transaction ends, so that two questions at once cannot both spend the rest of the budget; gives the
    /// answer of a question that was answered before, else refuses where the budget does not do.
    /// </summary>
    public static async Task<Result<string?>> TakeTurnAsync(
        IDocumentSession session, Partner partner, QuestionDirection direction, Guid questionId, byte[] digest, int marks, DateTimeOffset now,
        CancellationToken token)
    {
        var way = Codes.Of(direction);
        await AdvisoryLocks.TakeAsync(session, [$"mark questions|{partner.Id}|{way}"], token);
        await using (var find = new NpgsqlCommand(Find, session.Connection))
        {
            find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
            find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = way });
            find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = questionId });
            await using var reader = await find.ExecuteReaderAsync(token);
            if (await reader.ReadAsync(token))
                return reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(digest) ? Result.Of<string?>(reader.GetString(1)) : ExchangeErrors.Reused;
        }

        await using var spent = new NpgsqlCommand(Spent, session.Connection);
        spent.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
        spent.Parameters.Add(new NpgsqlParameter<string> { TypedValue = way });
        spent.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime.Date });
        return (int)(await spent.ExecuteScalarAsync(token))! + marks > partner.HashAgreement!.DailyBudget
            ? MarkQuestionErrors.BudgetSpent
            : Result.Of<string?>(null);
    }

    /// <summary>Queues the entry.</summary>
    public static void Queue(IDocumentSession session, QuestionEntry entry) => session.QueueSqlCommand(Add, entry.QuestionId, entry.PartnerId,
        Codes.Of(entry.Direction), entry.At.ToUniversalTime(), entry.Subject ?? "", entry.Digest, entry.Marks, entry.Possible, entry.Answer);
}
