using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Marking.OrderingBatches;

/// <summary>Finds the arm that a mark names, for a batch.</summary>
internal sealed class ArmFinding(UseCases cases)
{
    private static readonly Dictionary<string, string?> First = new() { ["limit"] = "50" };

    /// <summary>Looks a mark up; the look-up stands in the access log.</summary>
    public async Task<ArmsOfMark> FindAsync(string mark, QueryReason reason, CancellationToken token)
    {
        if (Guid.TryParse(mark, out var id))
            return new ArmsOfMark(mark, [id], []);
        var answer = await cases.SearchAsync<Page<MarkHit>>("searchFirearms", new JsonObject { ["mark"] = mark }, reason, First, token: token);
        return ArmsOfMark.Of(mark, answer.View?.Items ?? []) with { Problem = answer.Problem };
    }
}

/// <summary>The arms that a mark names.</summary>
/// <param name="Mark">The mark as it was typed.</param>
/// <param name="Arms">The arms that carry it as it was typed; where none does, those that carry it but for what wears or is written otherwise.</param>
/// <param name="Hits">One mark of each of them.</param>
internal sealed record ArmsOfMark(string Mark, IReadOnlyList<Guid> Arms, IReadOnlyList<MarkHit> Hits)
{
    /// <summary>Why it could not be looked up.</summary>
    public Problem? Problem { get; init; }

    public static ArmsOfMark Of(string mark, IReadOnlyList<MarkHit> hits)
    {
        var standing = hits.Where(hit => !hit.Voided).ToList();
        List<MarkHit> closest = [.. standing.Where(hit => hit.MatchedBy == standing[0].MatchedBy).DistinctBy(hit => hit.FirearmId)];
        return new ArmsOfMark(mark, [.. closest.Select(hit => hit.FirearmId)], closest);
    }
}
