using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.GettingDetails;

/// <summary><c>GET /number-series/{id}/numbers/{number}</c>, for a reason: it tells which firearm carries the number.</summary>
internal static class GetNumber
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IssuedNumber>("/number-series/{id:guid}/numbers/{number}", HandleAsync)
        .Named("getNumber", "An issued national number as it stands")
        .Requires(AccessPolicy.ReadNumbers)
        .Refuses(NumberErrors.NotANationalNumber, "query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, string number, GivenQueryReason reason, IssuedNumbers numbers, NumberLookUps lookUps, HttpContext http,
        CancellationToken token)
    {
        if (!NationalNumber.Parse(number).TryGet(out var parsed, out var fault))
            return ProblemDocuments.From(NumberErrors.Unreadable("path:number", number, fault), http);
        var found = await numbers.GetAsync(id, parsed, token);
        await lookUps.LogAsync(http, reason, "read_number",
            new Dictionary<string, object?> { ["seriesId"] = id, ["number"] = parsed.ToString() }, found is null ? [] : [found], token);
        return found is not null
            ? Resources.Of(http, found, found.Version)
            : ProblemDocuments.From(Refusal.NotFound("number of this series", parsed), http);
    }
}

/// <summary>Answers a change of a number with the number.</summary>
internal sealed class IssuedNumberAnswer(IssuedNumbers numbers) : IResourceAnswer<IssuedNumber>
{
    public Task<IssuedNumber?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(location);
        return numbers.GetAsync(id, NationalNumber.Parse(location[(location.LastIndexOf('/') + 1)..]).GetOrThrow(), token);
    }
}
