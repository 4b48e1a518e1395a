using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Transferring;

/// <summary><c>POST /firearms/{id}/transfers</c>.</summary>
internal static class TransferFirearmEndpoint
{
    /// <summary>The body.</summary>
    public sealed record TransferFirearmRequest(
        TransferKind Kind,
        Known<Guid> From,
        Known<Guid> To,
        ShortText LegalBasis,
        PartialDate OccurredOn,
        CountryCode? OtherCountry = null,
        Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/transfers", HandleAsync)
        .Named("transferFirearm", "Record that a firearm passed to another holder or across a border")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new TransferFirearmRequest(TransferKind.Sale, Known<Guid>.Unknown, Known.Of(FirearmExamples.Party),
            FirearmExamples.Reference("Licence 2020/4711"), FirearmExamples.Day))
        .Refuses(TransferRules.Refusals);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<TransferFirearmRequest> body, WriteCall call, TransferFirearmHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new TransferFirearm(id, request.Id ?? Guid.CreateVersion7(call.Context.Now), new TransferEntry(
                request.Kind, request.From, request.To, request.LegalBasis, request.OtherCountry, request.OccurredOn)),
            call.Context, token);
    }
}
