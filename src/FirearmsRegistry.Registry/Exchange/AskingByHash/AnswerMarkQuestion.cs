using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// <c>POST /exchange/mark-questions</c>, for other States' registries: <c>possible</c> or <c>none</c> for each hash, signed, and nothing else.
/// </summary>
internal static class AnswerMarkQuestionEndpoint
{
    /// <summary>The answer: a compact JWS.</summary>
    public sealed record SignedMarkAnswer(string Answer);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMaking<SignedMarkAnswer>("/exchange/mark-questions", HandleAsync, "application/json")
        .Named("answerMarkQuestion", "Tell another State's registry whether a mark that it asks for by hash may be known here")
        .AllowAnonymous()
        .TakesFile([JoseBody.MediaType], "A compact JWS, ES256, over a question with hashes.")
        .Refuses(ExchangeErrors.SignerUnknown.Name, ExchangeErrors.SignatureBad.Name, MarkQuestionErrors.NotAgreed.Name,
            MarkQuestionErrors.BudgetSpent.Name, MarkQuestionErrors.QuestionInvalid.Name, ExchangeErrors.Reused.Name, ExchangeErrors.Replayed.Name,
            ExchangeErrors.RepeatedTooOften.Name);

    private static async Task<IResult> HandleAsync(JoseBody body, AnswerMarkQuestionHandler handler, HttpContext http, CancellationToken token) =>
        (await handler.HandleAsync(body, token)).Refused(out var refusal, out var answer)
            ? ProblemDocuments.From(refusal, http)
            : Resources.Of(new SignedMarkAnswer(answer));
}

/// <summary>Answers questions by hash: only a partner with whom that was agreed, within its budget, each logged, and each repeat too.</summary>
internal sealed class AnswerMarkQuestionHandler(
    IDocumentSession session, SignedTexts door, PairSecrets secrets, MarkHashIndex index, ExchangeKeyRing keys, ExchangeDoorLog log, TimeProvider time)
{
    /// <summary>The signed answer.</summary>
    public Task<Result<string>> HandleAsync(JoseBody body, CancellationToken token) =>
        door.TakeAsync(session, body, SignedTypes.Question, ExchangeChannel.MarkQuestion, null, opened => Read(opened.Content) is { } question
            ? AnswerAsync(question, opened, token)
            : Task.FromResult<Result<string>>(MarkQuestionErrors.QuestionInvalid), token);

    private static MarkQuestion? Read(SignedContent content)
    {
        try
        {
            return content.Content.Deserialize<MarkQuestion>(RegistryJson.Options) is { Hashes.Count: > 0 and <= MarkQuestion.MostMarks } question
                && question.Id == content.Jti
                    ? question
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Result<string>> AnswerAsync(MarkQuestion question, OpenedText opened, CancellationToken token)
    {
        var partner = opened.Partner;
        if (partner.HashAgreement is null || await secrets.FindAsync(partner.Id, token) is not { } secret)
            return MarkQuestionErrors.NotAgreed;
        var (now, digest) = (time.GetUtcNow(), SHA256.HashData(opened.Content.ContentBytes()));
        var turn = await QuestionLog.TakeTurnAsync(
            session, partner, question, digest, now, token);
        if (turn.Refused(out var refusal, out var before))
            return refusal;
        if (before is not null)
        {
            // Queued first: a repeat that is taken commits it, one that is refused does not.
            LogOf(question, partner, before.Possible, repeated: true, now).Queue(session);
            return await TakenTexts.RepeatAsync(session, opened, ExchangeChannel.MarkQuestion, log, now, token) is { } replayed
                ? replayed
                : before.Signed;
        }

        await index.RefreshAsync(partner.Id, secret.Id, secret.Secret, token);
        var found = await index.LookUpAsync(partner.Id, secret.Id, [.. question.Hashes.Select(hash => hash.ToBytes())], token);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new MarkQuestionAnswer(question.Id, found), RegistryJson.Options);
        if ((await keys.SignAsync(SignedTypes.QuestionAnswer, answer, question.Id, partner.Country, token)).Refused(out refusal, out var signed))
            return refusal;
        var possible = found.Count(one => one == MarkKnowledge.Possible);
        QuestionLog.Queue(session, new QuestionEntry(
            question.Id, partner.Id, QuestionDirection.Answered, now, null, digest, question.Hashes.Count, possible, signed));
        TakenTexts.Queue(session, opened, now);
        LogOf(question, partner, possible, repeated: false, now).Queue(session);
        await session.SaveChangesAsync(token);
        return signed;
    }

    private static AccessLogEntry LogOf(MarkQuestion question, Partner partner, int possible, bool repeated, DateTimeOffset now) => new(
        PeerActor.Of(partner.Country, null),
        new QueryReason(QueryReasonCode.Trace, question.Id.ToString()), "answer_mark_question",
        new Dictionary<string, object?>
        {
            ["partner"] = partner.Country,
            ["marks"] = question.Hashes.Count,
            ["possible"] = possible,
            ["repeated"] = repeated,
        }, [], now);
}
