using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.Relating;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>Gathers what a report says of a trace as it stands.</summary>
internal sealed class ReportReader(NpgsqlDataSource database, LentInformationReader lending)
{
    /// <summary>The facts and the version of the trace's record; refused where there is no such trace, or it is of no item.</summary>
    public async Task<Result<(ReportFacts Facts, long Version)>> ReadAsync(IQuerySession session, Guid traceRequestId, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(traceRequestId, token: token);
        var details = await session.LoadAsync<TraceRequestDetails>(traceRequestId, token);
        if (request is null || details is null)
            return Refusal.NotFound(TraceRequestErrors.Record, traceRequestId);
        if (request.SeizedItemId == Guid.Empty)
            return TraceReportErrors.WithoutItem;
        var item = (await session.Events.AggregateStreamAsync<SeizedItem>(request.SeizedItemId, token: token))!;
        var intakeOn = item.Circumstances.IntakeOn;
        var lent = await lending.ReadAsync(session, request.Abroad?.RootId ?? traceRequestId, null, token);
        return (new ReportFacts(
            request.SeizedItemId, details.Kind, details.Priority, details.Grounds, details.RequestedAt, details.State, item.Item,
            item.Circumstances, [.. item.Restorations], details.Answers, details.Establishments, details.EndedAs, details.Search,
            await IdentificationAsync(session, request, token),
            details.Search?.FirearmId is { } firearm ? await ArmAsync(session, firearm, token) : null,
            request.Chain,
            request.Chain is { } chain ? ChainFindings.Of(chain, intakeOn) : null,
            await RelatedAsync(request, details.Search?.FirearmId, token),
            details.Onward, details.Outcome, details.Line, lent.Data), details.Version);
    }

    private static async Task<SeizedItemIdentified?> IdentificationAsync(IQuerySession session, TraceRequest request, CancellationToken token)
    {
        var events = await session.Events.FetchStreamAsync(request.SeizedItemId, token: token);
        return events.Select(happened => happened.Data).OfType<SeizedItemIdentified>()
            .LastOrDefault(identified => identified.FirearmId == request.FirearmId);
    }

    private static async Task<ReportedArm?> ArmAsync(IQuerySession session, Guid id, CancellationToken token) =>
        await session.Events.AggregateStreamAsync<Firearm>(id, token: token) is { } firearm
            ? new ReportedArm(id, firearm.Version, firearm.Description,
                [
                    .. firearm.Marks.OrderBy(mark => mark.Key).Select(mark => mark.Value).Where(mark => !mark.Voided)
                        .Select(mark => new CertifiedMark(mark.Mark.Kind, mark.Mark.Component, mark.Mark.Text)),
                ])
            : null;

    private async Task<IReadOnlyList<RelatedArms>?> RelatedAsync(TraceRequest request, Guid? firearm, CancellationToken token)
    {
        if (request.Chain is not { } chain || firearm is not { } id)
            return null;
        await using var connection = await database.OpenConnectionAsync(token);
        return await RelatedArmsLookup.FindAsync(connection, id, chain, token);
    }
}
