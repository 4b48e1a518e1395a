using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.FindingCandidates;

/// <summary>
/// <c>GET /trace-requests/{id}/candidates</c>: the registered arms that most probably carry the marks as read. It looks into the records of
/// other arms, so it needs a reason, and every mark searched by is logged. It identifies nothing.
/// </summary>
internal static class GetTraceCandidates
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<TraceCandidates>("/trace-requests/{id:guid}/candidates", HandleAsync)
        .Named("getTraceCandidates", "The registered arms that most probably carry the marks as read, best first; leads, of which a person confirms one")
        .Requires(AccessPolicy.ReadTraces)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, GivenQueryReason reason, IQuerySession session, CandidateFinder finder, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token);
        if (request is null)
            return ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http);
        var questions = await session.Events.AggregateStreamAsync<SeizedItem>(request.SeizedItemId, token: token) is { } item
            ? CandidateQuestions.Of(item)
            : CandidateQuestions.Of(request.Abroad!.Content.Arm);
        var found = new List<MarkCandidates>();
        foreach (var mark in questions.Marks)
        {
            var answer = await finder.FindAsync(mark.Search, Actor.From(http.User), reason.Reason, time.GetUtcNow(), token, id);
            found.Add(new MarkCandidates(
                mark.Kind, mark.Component, mark.Reading, mark.Restored, answer.MarksWeighed, answer.Scripts, answer.MixesScripts, answer.Candidates));
        }

        return Resources.Of(new TraceCandidates(CandidateAnswer.Lead, found, questions.LeftOut));
    }
}
