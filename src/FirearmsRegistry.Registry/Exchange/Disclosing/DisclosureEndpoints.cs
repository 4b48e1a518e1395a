using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing.Consenting;
using FirearmsRegistry.Registry.Exchange.Disclosing.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary><c>POST /trace-requests/{id}/disclosures</c>, <c>…/disclosure-consents</c> and <c>…/provider-notices</c>.</summary>
internal static class DisclosureEndpoints
{
    /// <summary>The body of a disclosure.</summary>
    public sealed record DisclosureBody(
        DisclosureRecipient Recipient,
        DisclosurePurpose Purpose,
        IReadOnlyList<DataCategory> Categories,
        DisclosureForm Form,
        ShortText? Reference = null,
        IReadOnlyList<Guid>? Sources = null);

    /// <summary>The body of a consent.</summary>
    public sealed record ConsentBody(
        Guid SourceId, DisclosureRecipient Recipient, ShortText Reference, IReadOnlyList<DisclosurePurpose>? Purposes = null,
        DateTimeOffset? ValidTo = null);

    /// <summary>The body about a provider that was told.</summary>
    public sealed record InformedBody(Guid SourceId, DisclosureRecipient Recipient, ShortText Reference);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/disclosures", DiscloseAsync)
            .Named("recordDisclosure", "Check whether information of a request may go to somebody, and log that it does")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(DisclosureExamples.Disclosure)
            .Refuses([DisclosureErrors.UnknownSourceName, .. DisclosureErrors.Names]);
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/disclosure-consents", ConsentAsync)
            .Named("recordDisclosureConsent", "Record that a provider agreed that somebody receives its information")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(DisclosureExamples.Consent)
            .Refuses(DisclosureErrors.UnknownSourceName);
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/provider-notices", InformAsync)
            .Named("recordProviderInformed", "Record that a provider was told, before others have its information")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(DisclosureExamples.Informed)
            .Refuses(DisclosureErrors.UnknownSourceName);
    }

    private static Task<Result<Written>> DiscloseAsync(
        Guid id, Body<DisclosureBody> body, WriteCall call, RecordDisclosureHandler handler, CancellationToken token)
    {
        var wanted = body.Value;
        return handler.HandleAsync(
            new RecordDisclosure(id, Guid.CreateVersion7(call.Context.Now),
                new Disclosure(wanted.Recipient, wanted.Purpose, wanted.Categories, wanted.Form, wanted.Reference), wanted.Sources),
            call.Context, token);
    }

    private static Task<Result<Written>> ConsentAsync(
        Guid id, Body<ConsentBody> body, WriteCall call, RegistryWriter writer, CancellationToken token)
    {
        var consent = body.Value;
        var command = new RecordConsent(Guid.CreateVersion7(call.Context.Now), consent.SourceId, consent.Recipient, consent.Purposes, consent.ValidTo,
            consent.Reference);
        return ChangeAsync(id, writer, request => RecordConsent.Decide(command, request), call.Context, token);
    }

    private static Task<Result<Written>> InformAsync(
        Guid id, Body<InformedBody> body, WriteCall call, RegistryWriter writer, CancellationToken token)
    {
        var command = new RecordProviderInformed(Guid.CreateVersion7(call.Context.Now), body.Value.SourceId, body.Value.Recipient, body.Value.Reference);
        return ChangeAsync(id, writer, request => RecordProviderInformed.Decide(command, request), call.Context, token);
    }

    private static Task<Result<Written>> ChangeAsync(
        Guid id, RegistryWriter writer, Func<TraceRequest, Result<object>> decide, CommandContext context, CancellationToken token) =>
        writer.UpdateAsync<TraceRequest>(TraceRequestErrors.Record, id, _ => CrossBorderChange.Location(id),
            request => decide(request).Bind(happened => Result.Of<IReadOnlyList<object>>([happened])), context, created: false, token);
}
