using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.Voiding;

/// <summary><c>POST /number-series/{id}/numbers/{number}/voids</c>.</summary>
internal static class VoidNumberEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reason">Why the number is given up; no personal data.</param>
    public sealed record VoidNumberRequest(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<IssuedNumberAnswer, IssuedNumber>("/number-series/{id:guid}/numbers/{number}/voids", HandleAsync)
        .Named("voidNumber", "Give up a national number that is on no arm, with the reason")
        .Requires(AccessPolicy.VoidNumbers)
        .Example(NumberExamples.Void)
        .Refuses(NumberErrors.NumberOnFirearm, NumberErrors.NumberVoidAlready, NumberErrors.NotANationalNumber);

    private static async Task<Result<Written>> HandleAsync(
        Guid id, string number, Body<VoidNumberRequest> body, WriteCall call, VoidNumberHandler handler, CancellationToken token) =>
        NationalNumber.Parse(number).TryGet(out var parsed, out var fault)
            ? await handler.HandleAsync(new VoidNumber(id, parsed, body.Value.Reason), call.Context, token)
            : NumberErrors.Unreadable("path:number", number, fault);
}
