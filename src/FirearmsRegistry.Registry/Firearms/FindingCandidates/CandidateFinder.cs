using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Notices.Telling;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>Searches the register for a worn mark, and logs who looked and why before anything is answered.</summary>
internal sealed class CandidateFinder(NpgsqlDataSource database, CandidateRefresh refresh, CandidateRegister register, CatalogueStock catalogues)
{
    private const string Details =
        """
        select m.mark_id, m.restored, m.kind, m.component, m.text, m.serial, m.voided, i.maker, i.model, i.calibre, i.country, i.year
        from registry.firearm_mark m join registry.firearm_identity i using (firearm_id) where m.mark_id = any($1)
        """;

    public async Task<CandidateAnswer> FindAsync(
        CandidateSearchRequest request, Actor actor, QueryReason reason, DateTimeOffset now, CancellationToken token, Guid? traceRequestId = null)
    {
        await refresh.RunAsync(token);
        var known = await catalogues.CurrentAsync(token);
        var cautions = new CandidateCautions(known);
        var (weighed, found) = register.Find(request.Question, new CatalogueNames(known));
        var candidates = await DetailsAsync(request, found, cautions, token);
        await LoggedSearch.WriteAsync(database,
            new AccessLogEntry(actor, reason, "search_candidates", Criteria(request, traceRequestId), [.. candidates.Select(arm => arm.FirearmId)], now), token);
        return new CandidateAnswer(CandidateAnswer.Lead, weighed, request.Mark.EachScript, request.Mark.MixesScripts,
            cautions.Of(request.Mark, request.Maker?.ToString()), candidates);
    }

    private static Dictionary<string, object?> Criteria(CandidateSearchRequest request, Guid? traceRequestId)
    {
        var criteria = new Dictionary<string, object?> { ["mark"] = request.Mark.ToString() };
        foreach (var (name, value) in new (string, object?)[]
        {
            ("maker", request.Maker?.ToString()), ("model", request.Model?.ToString()), ("calibre", request.Calibre?.ToString()),
            ("country", request.Country?.ToString()), ("year", request.Year), ("traceRequest", traceRequestId),
        })
        {
            if (value is not null)
                criteria[name] = value;
        }

        return criteria;
    }

    private static CandidateArm Arm(CandidateSearchRequest request, LocatedCandidate found, CandidateCautions cautions, NpgsqlDataReader row)
    {
        var (text, serial, voided, model) = (row.GetString(4), row.Maybe(5), row.GetBoolean(6), row.Maybe(8));
        var (candidate, facts) = (found.Candidate, found.Candidate.Description);
        var compared = candidate.Role == MarkRole.WholeText ? text : serial ?? text;
        return new CandidateArm(found.FirearmId, found.MarkId, row.Code<MarkKind>(2), row.Code<ComponentKind>(3), text, serial,
            found.Restored, voided, row.Maybe(7), model, row.Maybe(9), row.Maybe(10), row.IsDBNull(11) ? null : row.GetInt32(11),
            Math.Round(candidate.Share, 4), candidate.AsGood, candidate.Better, candidate.LogLikelihood, candidate.Comparison,
            new DescriptionAgreement(facts[DescribedFact.Maker], facts[DescribedFact.Model], facts[DescribedFact.Calibre], facts[DescribedFact.Country],
                facts[DescribedFact.Year]),
            cautions.Of(request.Mark, request.Maker?.ToString(), candidate, new RegisteredArmMark(compared, row.Maybe(7), model, voided)));
    }

    private async Task<IReadOnlyList<CandidateArm>> DetailsAsync(
        CandidateSearchRequest request, IReadOnlyList<LocatedCandidate> found, CandidateCautions cautions, CancellationToken token)
    {
        await using var command = database.CreateCommand(Details);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. found.Select(one => one.MarkId)] });
        await using var reader = await command.ExecuteReaderAsync(token);
        var arms = new Dictionary<(Guid, bool), CandidateArm>();
        var byMark = found.ToDictionary(one => (one.MarkId, one.Restored));
        while (await reader.ReadAsync(token))
        {
            if (byMark.TryGetValue((reader.GetGuid(0), reader.GetBoolean(1)), out var one))
                arms[(one.MarkId, one.Restored)] = Arm(request, one, cautions, reader);
        }

        // A mark that a rebuild of the tables has just taken away is not shown.
        return [.. found.Select(one => arms.GetValueOrDefault((one.MarkId, one.Restored))).OfType<CandidateArm>()];
    }
}
