using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.LendingNumbers;

/// <summary>A block of numbers lent to a station.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Block">The block.</param>
/// <param name="Out">Its numbers that were not given back, in order; those that were marked meanwhile among them.</param>
public sealed record NumberBlockDetails(Guid StationId, NumberBlock Block, IReadOnlyList<NationalNumber> Out);

/// <summary><c>POST /stations/{id}/number-blocks</c>.</summary>
internal static class LendNumberBlockEndpoint
{
    /// <summary>The body.</summary>
    public sealed record LoanBody(Guid SeriesId, int Count);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<NumberBlockAnswer, NumberBlockDetails>("/stations/{id:guid}/number-blocks", HandleAsync)
            .Named("lendNumberBlock", "Lend the next numbers of a series to a station, for work without a network")
            .Requires(AccessPolicy.IssueNumbers)
            .Example(StationExamples.Loan)
            .Refuses(StationErrors.UnknownSeries, NumberErrors.SeriesExhausted, StationRules.NotThisStation);
        routes.MapRead<NumberBlockDetails>("/stations/{id:guid}/number-blocks/{blockId:guid}", ReadAsync)
            .Named("getNumberBlock", "A block of numbers lent to a station, with those that are out")
            .Requires(AccessPolicy.ReadMarkingJobs);
    }

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<LoanBody> body, WriteCall call, LendNumberBlockHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new LendNumberBlock(id, Guid.CreateVersion7(call.Context.Now), body.Value.SeriesId, body.Value.Count), call.Context, token);

    private static async Task<IResult> ReadAsync(
        Guid id, Guid blockId, NumberBlockAnswer answer, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Station>(id, token) is { } station
        && await answer.ReadAsync(id, NumberBlockAnswer.PathOf(id, blockId), token) is { } block
            ? Resources.Of(http, block, station.Version)
            : ProblemDocuments.From(Refusal.NotFound("number block", blockId), http);
}

/// <summary><c>POST /stations/{id}/number-blocks/{blockId}/returns</c>.</summary>
internal static class ReturnNumberBlockEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ReturnBody(IReadOnlyList<NationalNumber> Unused);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<NumberBlockAnswer, NumberBlockDetails>("/stations/{id:guid}/number-blocks/{blockId:guid}/returns", HandleAsync)
        .Named("returnNumberBlock", "Give back numbers that a station did not use")
        .Requires(AccessPolicy.IssueNumbers)
        .Example(StationExamples.Return)
        .Refuses(StationErrors.NotLent, StationRules.NotThisStation);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid blockId, Body<ReturnBody> body, WriteCall call, ReturnNumberBlockHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ReturnNumberBlock(id, blockId, body.Value.Unused), call.Context, token);
}

/// <summary>Answers loans and returns with the block.</summary>
internal sealed class NumberBlockAnswer(IQuerySession session, LentNumbers lent) : IResourceAnswer<NumberBlockDetails>
{
    public static string PathOf(Guid station, Guid block) => $"/api/v1/stations/{station}/number-blocks/{block}";

    public async Task<NumberBlockDetails?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(location);
        var block = Guid.Parse(location.AsSpan(location.LastIndexOf('/') + 1));
        return (await session.LoadAsync<Station>(id, token))?.Blocks.FirstOrDefault(one => one.BlockId == block) is { } found
            ? new NumberBlockDetails(id, found, await lent.OutAsync(block, token))
            : null;
    }
}
