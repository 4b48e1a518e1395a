using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.Agreeing;

/// <summary><c>POST /partners/{id}/hash-agreements</c> and <c>POST /partners/{id}/automatic-answer-agreements</c>: both off unless both sides signed.</summary>
internal static class AgreementEndpoints
{
    /// <summary>The body about asking by hash; without an agreement it ends.</summary>
    public sealed record HashBody(HashAgreement? Agreement);

    /// <summary>The body about answers without approval; without an agreement they end.</summary>
    public sealed record AutomaticBody(AutomaticAnswers? Agreement);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/hash-agreements", AgreeOnHashesAsync)
            .Named("setPartnerHashAgreement", "Record that both sides agreed on asking by hash, or that this ended")
            .Requires(AccessPolicy.ManagePartners)
            .Example(PartnerExamples.Hash)
            .Refuses(PartnerErrors.InactiveName);
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/automatic-answer-agreements", AgreeOnAnswersAsync)
            .Named("setPartnerAutomaticAnswers", "Record that both sides signed a rule for answers without approval, or that it ended")
            .Requires(AccessPolicy.ManagePartners)
            .Example(PartnerExamples.Automatic)
            .Refuses(PartnerErrors.InactiveName);
    }

    private static Task<Result<Written>> AgreeOnHashesAsync(
        Guid id, Body<HashBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => PartnerRules.Budget(body.Value.Agreement) is { } refusal
            ? refusal
            : Result.Of<object>(new PartnerHashAgreementSet(body.Value.Agreement)), call.Context, token);

    private static Task<Result<Written>> AgreeOnAnswersAsync(
        Guid id, Body<AutomaticBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => Result.Of<object>(new PartnerAutomaticAnswersSet(body.Value.Agreement)), call.Context, token);
}
