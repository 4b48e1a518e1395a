using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Receiving;

/// <summary>Searches the register for another State and queues what follows. Of two runs at once one commits and the other finds it done.</summary>
internal sealed class InboundSearch(NpgsqlDataSource database, CatalogueStock catalogues, TimeProvider time)
{
    /// <summary>Queues the result of the search; false where there is nothing to do.</summary>
    public async Task<bool> StageAsync(IDocumentSession session, Guid traceRequestId, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<TraceRequest>(traceRequestId, token);
        if (stream.Aggregate is not { Kind: TraceKind.Inbound } request || TraceActs.Refuse(request, TraceAct.Search) is not null)
            return false;
        var now = time.GetUtcNow();
        var arm = request.Abroad!.Content.Arm;
        var findings = await RegisterLookup.FindArmAsync(database, session, arm, await catalogues.CurrentAsync(token), token);
        var chain = findings.Identified.FirearmId is null ? null : ChainBuilder.Build(findings.Entries, FoundOn(arm, now));
        var holder = await RegisterLookup.FindHolderAsync(database, chain, token);
        SearchLog.Queue(session, request, findings, now);
        var events = SearchInbound.Decide(request, Guid.CreateVersion7(now), findings.Identified, chain, holder);
        TraceSearch.Append(session, stream, [.. events, .. await AnsweredByAgreementAsync(session, request, events, findings, now, token)], request);
        return true;
    }

    /// <summary>
    /// The answer by a rule that both sides signed, where <see cref="ArmIdentification"/> lets the register identify by itself.
    /// </summary>
    private static async Task<IReadOnlyList<object>> AnsweredByAgreementAsync(
        IDocumentSession session, TraceRequest request, IReadOnlyList<object> events, SearchFindings findings, DateTimeOffset now,
        CancellationToken token)
    {
        if (findings.Identified.FirearmId is null
            || events.OfType<InboundAnswerProposed>().SingleOrDefault() is not { } proposal
            || await session.LoadAsync<Partner>(request.Abroad!.PartnerId, token) is not { AutomaticAnswers: { } agreement } partner
            || !agreement.HoldsAt(now))
        {
            return [];
        }

        return ApproveAnswer.Answered(new ApproveAnswer(request.Id, proposal.ProposalId, Guid.CreateVersion7(now), Guid.CreateVersion7(now)),
            proposal, request, partner, LentInformation.None, now, agreement);
    }

    /// <summary>When the arm came in; the present day where the other State did not say.</summary>
    internal static PartialDate FoundOn(AskedArm arm, DateTimeOffset now) => arm.FoundOn.TryGet(out var on)
        ? on
        : PartialDate.OfDay(DateOnly.FromDateTime(now.UtcDateTime));
}
