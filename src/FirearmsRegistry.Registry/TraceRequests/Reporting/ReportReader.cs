using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Exchange.Disclosing;
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
    /// <summary>
    /// The facts, the version of the trace's record, and what was lent to it; refused where there is no such trace, or it is of no item.
    /// </summary>
    public async Task<Result<(ReportFacts Facts, long Version, LentInformation Lent)>> ReadAsync(IQuerySession session, Guid traceRequestId, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(traceRequestId, token: token);
        var details = await session.LoadAsync<TraceRequestDetails>(traceRequestId, token);
        if (request is null || details is null)
            return Refusal.NotFound(TraceRequestErrors.Record, traceRequestId);
        if (request.SeizedItemId == Guid.Empty)
            return TraceReportErrors.WithoutItem;
        var item = (await session.Events.AggregateStreamAsync<SeizedItem>(request.SeizedItemId, token: token))!;
        var intakeOn = item.Circumstances.IntakeOn;
        var firearm = details.Confirmation?.FirearmId ?? details.Search?.FirearmId;
        var lent = await lending.ReadAsync(session, request.Abroad?.RootId ?? traceRequestId, null, token);
        return (new ReportFacts(
            request.SeizedItemId, details.Kind, details.Priority, details.Grounds, details.RequestedAt, details.State, item.Item,
            item.Circumstances, [.. item.Restorations], details.Answers, details.Establishments, details.EndedAs, details.Search,
            await IdentificationAsync(session, request, token),
            firearm is { } id ? await ArmAsync(session, id, token) : null,
            request.Chain,
            request.Chain is { } chain ? ChainFindings.Of(chain, intakeOn) : null,
            await RelatedAsync(request, firearm, token),
            details.Onward, details.Outcome, details.Line, lent.Data, details.Confirmation), details.Version, lent);
    }

    /// <summary>What an issued report tells that was lent, with what its providers agreed to and were told by now.</summary>
    public async Task<LentInformation> LentToAsync(IQuerySession session, TraceReport report, CancellationToken token)
    {
        if (report.Facts.Lent is not { Count: > 0 } data)
            return LentInformation.None;
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(report.TraceRequestId, token: token);
        return await lending.ReadAsync(session, request?.Abroad?.RootId ?? report.TraceRequestId, null, token) with { Data = data };
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
