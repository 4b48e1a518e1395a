using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Registry.Access;
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
            MarkQuestionErrors.BudgetSpent.Name, MarkQuestionErrors.QuestionInvalid.Name);

    private static async Task<IResult> HandleAsync(JoseBody body, AnswerMarkQuestionHandler handler, HttpContext http, CancellationToken token) =>
        (await handler.HandleAsync(body.Text, token)).Refused(out var refusal, out var answer)
            ? ProblemDocuments.From(refusal, http)
            : Resources.Of(new SignedMarkAnswer(answer));
}

/// <summary>Answers questions by hash: only a partner with whom that was agreed, within its budget, each logged.</summary>
internal sealed class AnswerMarkQuestionHandler(
    IDocumentSession session, SignedTexts door, PairSecrets secrets, MarkHashIndex index, ExchangeKeyRing keys, TimeProvider time)
{
    /// <summary>The signed answer.</summary>
    public Task<Result<string>> HandleAsync(string text, CancellationToken token) =>
        door.TakeAsync(session, text, SignedTypes.Question, ExchangeChannel.MarkQuestion, null, opened => Read(opened.Content) is { } question
            ? AnswerAsync(question, opened.Partner, opened.Content.ContentBytes(), token)
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

    private async Task<Result<string>> AnswerAsync(MarkQuestion question, Partner partner, byte[] content, CancellationToken token)
    {
        if (partner.HashAgreement is null || await secrets.FindAsync(partner.Id, token) is not { } secret)
            return MarkQuestionErrors.NotAgreed;
        var (now, digest) = (time.GetUtcNow(), SHA256.HashData(content));
        var turn = await QuestionLog.TakeTurnAsync(
            session, partner, QuestionDirection.Answered, question.Id, digest, question.Hashes.Count, now, token);
        if (turn.Refused(out var refusal, out var before))
            return refusal;
        if (before is not null)
            return before;
        await index.RefreshAsync(partner.Id, secret.Id, secret.Secret, token);
        var found = await index.LookUpAsync(partner.Id, secret.Id, [.. question.Hashes.Select(hash => hash.ToBytes())], token);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new MarkQuestionAnswer(question.Id, found), RegistryJson.Options);
        if ((await keys.SignAsync(SignedTypes.QuestionAnswer, answer, question.Id, partner.Country, token)).Refused(out refusal, out var signed))
            return refusal;
        var possible = found.Count(one => one == MarkKnowledge.Possible);
        QuestionLog.Queue(session, new QuestionEntry(
            question.Id, partner.Id, QuestionDirection.Answered, now, null, digest, question.Hashes.Count, possible, signed));
        LogOf(question, partner, possible, now).Queue(session);
        await session.SaveChangesAsync(token);
        return signed;
    }

    private static AccessLogEntry LogOf(MarkQuestion question, Partner partner, int possible, DateTimeOffset now) => new(
        new Actor($"exchange:{partner.Country}", "exchange", null, new HashSet<Role> { Role.PeerRegistry }, IsHuman: false),
        new QueryReason(QueryReasonCode.Trace, question.Id.ToString()), "answer_mark_question",
        new Dictionary<string, object?> { ["partner"] = partner.Country, ["marks"] = question.Hashes.Count, ["possible"] = possible }, [], now);
}
