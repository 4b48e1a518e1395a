using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary><c>POST /partners/{id}/mark-questions</c>: asks a partner whether it may know marks, without telling carriers which.</summary>
internal static class AskPartnerEndpoint
{
    /// <summary>The body: up to 50 marks.</summary>
    public sealed record MarkQuestionBody(IReadOnlyList<AskedMark> Marks);

    /// <summary>A mark to ask for.</summary>
    public sealed record AskedMark(MarkText Mark, ShortText? Maker = null, CountryCode? Country = null);

    /// <summary>The answers in the order of the marks.</summary>
    public sealed record PartnerMarkAnswers(Guid QuestionId, IReadOnlyList<MarkKnowledge> Answers);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<PartnerMarkAnswers>("/partners/{id:guid}/mark-questions", HandleAsync)
        .Named("askPartnerForMarks", "Ask a partner by hash whether it may know marks; it hides them from carriers, not from the partner itself")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(new MarkQuestionBody([new AskedMark(MarkText.Parse("AB12345").GetOrThrow())]))
        .Refuses("query-reason-required", "not-found", MarkQuestionErrors.NotAgreed.Name, MarkQuestionErrors.BudgetSpent.Name,
            MarkQuestionErrors.RefusedByPartnerName)
        .MayBeUnavailable(MarkQuestionErrors.Unreachable.Name, ExchangeKeyErrors.Missing.Name);

    private static async Task<IResult> HandleAsync(
        Guid id, Body<MarkQuestionBody> body, GivenQueryReason reason, AskPartnerHandler handler, HttpContext http, CancellationToken token)
    {
        var marks = body.Value.Marks;
        if (marks.Count is 0 or > MarkQuestion.MostMarks)
            return ProblemDocuments.From(Refusal.Input(new InputError("/marks", null, $"Must hold 1 to {MarkQuestion.MostMarks} marks.")), http);
        return (await handler.HandleAsync(id, marks, Actor.From(http.User), reason.Reason, token)).Refused(out var refusal, out var answers)
            ? ProblemDocuments.From(refusal, http)
            : Resources.Of(answers);
    }
}

/// <summary>Asks a partner by hash; the question is on record before it leaves, its budget and its answer as they are there.</summary>
internal sealed class AskPartnerHandler(
    IDocumentSession session, PairSecrets secrets, ExchangeKeyRing keys, CatalogueStock catalogues, OutgoingHttp http, RegistryCountry country,
    TimeProvider time)
{
    /// <summary>The partner's answers.</summary>
    public async Task<Result<AskPartnerEndpoint.PartnerMarkAnswers>> HandleAsync(
        Guid partnerId, IReadOnlyList<AskPartnerEndpoint.AskedMark> marks, Actor actor, QueryReason reason, CancellationToken token)
    {
        if (await session.LoadAsync<Partner>(partnerId, token) is not { DeactivatedAt: null } partner)
            return Refusal.NotFound("partner", partnerId);
        if (partner.HashAgreement is null || await secrets.FindAsync(partnerId, token) is not { } secret
            || PartnerAddresses.QuestionsOf(partner) is not { } address)
        {
            return MarkQuestionErrors.NotAgreed;
        }

        if (Hashes(secret.Secret, marks, new MakerCodes(await catalogues.CurrentAsync(token))).Refused(out var refusal, out var hashes))
            return refusal;
        var now = time.GetUtcNow();
        if ((await AskingLog.BeginAsync(session, partner, hashes, now, token)).Refused(out refusal, out var question))
            return refusal;
        var content = JsonSerializer.SerializeToUtf8Bytes(question, RegistryJson.Options);
        if ((await keys.SignAsync(SignedTypes.Question, content, question.Id, partner.Country, token)).Refused(out refusal, out var signed))
            return refusal;
        // Before it leaves: whatever becomes of the answer, what was asked, by whom and why is on record.
        AskingLog.Queue(session, question, partner, actor.Subject, AskingOutcome.Sent, now);
        LogOf(partner, marks, question.Id, actor, reason, now).Queue(session);
        await session.SaveChangesAsync(token);
        var (told, no) = await SendAsync(address, signed, question, partner, now, token);
        var outcome = told is not null ? AskingOutcome.Answered : no is not null ? AskingOutcome.Refused : AskingOutcome.Unknown;
        AskingLog.Queue(session, question, partner, actor.Subject, outcome, now);
        if (told is not null)
        {
            QuestionLog.Queue(session, new QuestionEntry(question.Id, partnerId, QuestionDirection.Asked, now, actor.Subject, SHA256.HashData(content),
                hashes.Count, told.Answer.Answers.Count(one => one == MarkKnowledge.Possible), told.Signed));
        }

        await session.SaveChangesAsync(token);
        return told is not null
            ? new AskPartnerEndpoint.PartnerMarkAnswers(question.Id, told.Answer.Answers)
            : no ?? MarkQuestionErrors.Unreachable;
    }

    /// <summary>The partner's answer, or what it refused; neither where nothing came that can be used.</summary>
    private async Task<(SignedAnswer? Told, Refusal? No)> SendAsync(
        Uri address, string signed, MarkQuestion question, Partner partner, DateTimeOffset now, CancellationToken token)
    {
        using var request = SignedRequests.To(address, signed);
        var answer = await http.SendAsync(request, token);
        return answer.IsSuccess ? (await ReadAsync(answer.Body, question, partner, now), null) : (null, MarkQuestionErrors.Of(answer));
    }

    /// <summary>The answer, where the partner signed it now and it is one to this question.</summary>
    private async Task<SignedAnswer?> ReadAsync(ReadOnlyMemory<byte> body, MarkQuestion question, Partner partner, DateTimeOffset now)
    {
        try
        {
            if (JsonSerializer.Deserialize<AnswerMarkQuestionEndpoint.SignedMarkAnswer>(body.Span, RegistryJson.Options) is not { } told
                || UnverifiedJws.Read(told.Answer, SignedTypes.QuestionAnswer).Refused(out _, out var jws) || jws.Claimed.Iss != partner.Country
                || (await SignatureCheck.RunAsync(jws, partner.Keys, country.Code, now)).Refused(out _, out var content))
            {
                return null;
            }

            var answered = content.Content.Deserialize<MarkQuestionAnswer>(RegistryJson.Options);
            return answered is not null && answered.Id == question.Id && answered.Answers.Count == question.Hashes.Count
                ? new SignedAnswer(answered, told.Answer)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Result<IReadOnlyList<HashDigits>> Hashes(
        byte[] secret, IReadOnlyList<AskPartnerEndpoint.AskedMark> marks, MakerCodes makers)
    {
        var hashes = new List<HashDigits>();
        for (var index = 0; index < marks.Count; index++)
        {
            var (key, maker) = (SearchKey.Of(marks[index].Mark), marks[index].Maker is { } name ? makers.Asked(name.ToString()) : "");
            if (key.IsEmpty)
                return MarkQuestionErrors.NothingToAsk(index);
            hashes.Add(HashDigits.Parse(MarkHash.Of(secret, MarkHash.Canonical(maker, marks[index].Country, key.FoldedKey))).GetOrThrow());
        }

        return Result.Of<IReadOnlyList<HashDigits>>(hashes);
    }

    private static AccessLogEntry LogOf(
        Partner partner, IReadOnlyList<AskPartnerEndpoint.AskedMark> marks, Guid question, Actor actor, QueryReason reason, DateTimeOffset now) => new(
            actor, reason, "ask_partner_for_marks",
            new Dictionary<string, object?>
            {
                ["partner"] = partner.Country,
                ["question"] = question,
                ["marks"] = marks.Select(mark => SearchKey.Of(mark.Mark).ExactKey).ToArray(),
            }, [], now);

    private sealed record SignedAnswer(MarkQuestionAnswer Answer, string Signed);
}
