using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures.ChangingLegalBasis;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.EstablishingOrigin;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Seizures.Identifying;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Seizures.Restoring;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>The acts on an item on record, below <c>/seizures/{id}/items/{itemId}</c>: each is one POST with the item's version.</summary>
internal static class ItemChangeEndpoints
{
    /// <summary>The body of <c>legal-bases</c>.</summary>
    public sealed record LegalBasisRequest(LegalBasis LegalBasis, LegalJustification LegalJustification, PartialDate ChangedOn, Note Reason);

    /// <summary>The body of <c>restorations</c>.</summary>
    public sealed record RestorationRequest(
        MarkText RestoredText, bool NamesExactlyThisArm, RestorationMethod Method, bool Destructive, ShortText Report, PartialDate RestoredOn,
        MarkText? Serial = null, Note? ConfirmedDistinct = null);

    /// <summary>The body of <c>identifications</c>.</summary>
    public sealed record IdentificationRequest(Guid FirearmId, IdentifiedBy How, Note Grounds, Note? ConfirmedDistinct = null);

    /// <summary>The body of <c>duplicates/withdrawals</c>.</summary>
    public sealed record UnlinkRequest(Note Reason);

    /// <summary>The body of <c>origins</c>.</summary>
    public sealed record OriginRequest(ShortText Source, ShortText Authority, PartialDate EstablishedOn);

    public static void Map(IEndpointRouteBuilder routes)
    {
        Change(routes, "legal-bases", ChangeLegalBasisAsync, "changeLegalBasis", "Put the intake of an item on another legal ground")
            .Example(SeizureExamples.LegalBasisChange)
            .Refuses(SeizureErrors.InFuture, SeizureErrors.NothingChanged);
        Change(routes, "restorations", RestoreAsync, "restoreSeizedMarks", "Record what a laboratory read from erased or altered marks")
            .Example(SeizureExamples.Restoration)
            .Refuses(SeizureErrors.NotAnArm, SeizureErrors.NotErased, SeizureErrors.InFuture, SeizureErrors.AlreadyRecorded);
        Change(routes, "identifications", IdentifyAsync, "identifySeizedItem", "Record which registered arm an item is")
            .Example(SeizureExamples.Identification)
            .Refuses(SeizureErrors.NotAnArm, SeizureErrors.UnknownReference, SeizureErrors.AlreadyRecorded, SeizureErrors.NothingChanged);
        Change(routes, "duplicates", LinkAsync, "linkDuplicate", "Link an item to the item that reports the same arm and counts")
            .Example(SeizureExamples.Duplicate)
            .Refuses(SeizureErrors.BadDuplicate);
        Change(routes, "duplicates/withdrawals", UnlinkAsync, "unlinkDuplicate", "Withdraw the link of an item that is another arm after all")
            .Example(SeizureExamples.Unlink)
            .Refuses(SeizureErrors.BadDuplicate);
        Change(routes, "origins", EstablishAsync, "establishOrigin", "Record that an authority established the point of diversion otherwise")
            .Example(SeizureExamples.Origin)
            .Refuses(SeizureErrors.NotAnArm, SeizureErrors.InFuture, SeizureErrors.NothingChanged);
    }

    private static RouteHandlerBuilder Change(IEndpointRouteBuilder routes, string act, Delegate handler, string operationId, string summary) =>
        routes.MapChange<SeizedItemAnswer, SeizedItemDetails>($"/seizures/{{id:guid}}/items/{{itemId:guid}}/{act}", handler)
            .Named(operationId, summary)
            .Requires(AccessPolicy.RecordSeizures);

    private static Task<Result<Written>> ChangeLegalBasisAsync(
        Guid id, Guid itemId, Body<LegalBasisRequest> body, WriteCall call, ChangeLegalBasisHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new ChangeLegalBasis(id, itemId, request.LegalBasis, request.LegalJustification, request.ChangedOn, request.Reason),
            call.Context, token);
    }

    private static Task<Result<Written>> RestoreAsync(
        Guid id, Guid itemId, Body<RestorationRequest> body, WriteCall call, RestoreSeizedMarksHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new RestoreSeizedMarks(id, itemId, request.RestoredText, request.Serial, request.NamesExactlyThisArm, request.Method,
                request.Destructive, request.Report, request.RestoredOn, request.ConfirmedDistinct),
            call.Context, token);
    }

    private static Task<Result<Written>> IdentifyAsync(
        Guid id, Guid itemId, Body<IdentificationRequest> body, WriteCall call, IdentifySeizedItemHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new IdentifySeizedItem(id, itemId, request.FirearmId, request.How, request.Grounds, request.ConfirmedDistinct), call.Context, token);
    }

    private static Task<Result<Written>> LinkAsync(
        Guid id, Guid itemId, Body<DuplicateLink> body, WriteCall call, DuplicateHandler handler, CancellationToken token) =>
        handler.HandleAsync(new LinkDuplicate(id, itemId, body.Value), call.Context, token);

    private static Task<Result<Written>> UnlinkAsync(
        Guid id, Guid itemId, Body<UnlinkRequest> body, WriteCall call, DuplicateHandler handler, CancellationToken token) =>
        handler.HandleAsync(new UnlinkDuplicate(id, itemId, body.Value.Reason), call.Context, token);

    private static Task<Result<Written>> EstablishAsync(
        Guid id, Guid itemId, Body<OriginRequest> body, WriteCall call, EstablishOriginHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new EstablishOrigin(id, itemId, body.Value.Source, body.Value.Authority, body.Value.EstablishedOn), call.Context, token);
}
