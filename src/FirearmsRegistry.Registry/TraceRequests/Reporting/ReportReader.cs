using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.Relating;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>Gathers what a report says of a trace as it stands.</summary>
internal sealed class ReportReader(NpgsqlDataSource database)
{
    /// <summary>The facts and the version of the trace's record; null where there is no such trace.</summary>
    public async Task<(ReportFacts Facts, long Version)?> ReadAsync(IQuerySession session, Guid traceRequestId, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(traceRequestId, token: token);
        var details = await session.LoadAsync<TraceRequestDetails>(traceRequestId, token);
        if (request is null || details is null)
            return null;
        var item = (await session.Events.AggregateStreamAsync<SeizedItem>(details.SeizedItemId, token: token))!;
        var intakeOn = item.Circumstances.IntakeOn;
        return (new ReportFacts(
            details.SeizedItemId, details.Kind, details.Priority, details.Grounds, details.RequestedAt, details.State, item.Item,
            item.Circumstances, [.. item.Restorations], details.Answers, details.Establishments, details.EndedAs, details.Search,
            await IdentificationAsync(session, details, token),
            details.Search?.FirearmId is { } firearm ? await ArmAsync(session, firearm, token) : null,
            request.Chain,
            request.Chain is { } chain ? ChainFindings.Of(chain, intakeOn) : null,
            await RelatedAsync(request, details.Search?.FirearmId, token),
            details.Onward, details.Outcome, details.Line), details.Version);
    }

    private static async Task<SeizedItemIdentified?> IdentificationAsync(IQuerySession session, TraceRequestDetails details, CancellationToken token)
    {
        var events = await session.Events.FetchStreamAsync(details.SeizedItemId, token: token);
        return events.Select(happened => happened.Data).OfType<SeizedItemIdentified>()
            .LastOrDefault(identified => identified.FirearmId == details.Search?.FirearmId);
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
