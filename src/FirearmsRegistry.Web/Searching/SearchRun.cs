using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Seizures.Listing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Showing;
using static FirearmsRegistry.Registry.Parties.SearchingByName.SearchPartiesByName;

namespace FirearmsRegistry.Web.Searching;

/// <summary>Looks everywhere where the text may be found and the person may look.</summary>
internal sealed class SearchRun(UseCases cases, SignedIn signedIn)
{
    /// <summary>Where records with an id are found: the operation, the page, its name, and who may read it.</summary>
    private static readonly IReadOnlyList<(string Operation, string Address, string WordsKey, AccessPolicy Policy)> Records =
    [
        ("getFirearm", "/firearms/{0}", "searching.record.firearm", AccessPolicy.ReadFirearms),
        ("getSeizure", "/seizures/{0}", "searching.record.seizure", AccessPolicy.ReadSeizures),
        ("getTraceRequest", "/trace-requests/{0}", "searching.record.trace_request", AccessPolicy.ReadTraces),
        ("getMarkingJob", "/marking-jobs/{0}", "searching.record.marking_job", AccessPolicy.ReadMarkingJobs),
    ];

    public async Task<Findings> LookAsync(string text, QueryReason reason, CancellationToken token)
    {
        var plan = SearchPlan.Of(text);
        var roles = await signedIn.RolesAsync(token);
        var found = new Findings { NumberFault = plan.NumberFault };
        if (plan.Record is { } id)
            await FindRecordAsync(id, roles, found, token);
        if (plan.Reference is { } reference && ShortText.Parse(reference).TryGet(out _, out _))
            await FindByReferenceAsync(reference, roles, found, token);
        if (plan.Mark is { } mark)
        {
            found.Hits = await RowsAsync(after => cases.SearchAsync<Page<MarkHit>>(
                "searchFirearms", new JsonObject { ["mark"] = mark }, reason, After(after), token: token));
        }

        // Candidates are leads: they are weighed where nothing fits exactly, or where the reading itself says that it is worn.
        if (plan.Reading is { } reading && found.Hits is not { All.Count: > 0 })
        {
            var answer = await cases.SearchAsync<CandidateAnswer>("searchCandidates", new JsonObject { ["mark"] = reading }, reason, token: token);
            found.Take(answer, candidates => found.Candidates = candidates);
        }

        if (plan.Name is { } name && roles.Overlaps(AccessPolicy.ReadParties.Roles))
        {
            found.Parties = await RowsAsync(after => cases.SearchAsync<Page<PartyFound>>(
                "searchParties", new JsonObject { ["name"] = name }, reason, After(after), token: token));
        }

        return found;
    }

    private async Task FindByReferenceAsync(string reference, IReadOnlySet<Role> roles, Findings found, CancellationToken token)
    {
        found.Reference = reference;
        if (roles.Overlaps(AccessPolicy.ReadSeizures.Roles))
        {
            found.Seizures = await RowsAsync(after =>
                cases.ReadAsync<Page<SeizureSummary>>("listSeizures", query: After(after, reference), token: token));
        }

        if (roles.Overlaps(AccessPolicy.ReadTraces.Roles))
        {
            found.Requests = await RowsAsync(after =>
                cases.ReadAsync<Page<TraceRequestLine>>("listTraceRequests", query: After(after, reference), token: token));
        }
    }

    private async Task FindRecordAsync(Guid id, IReadOnlySet<Role> roles, Findings found, CancellationToken token)
    {
        foreach (var (operation, address, words, _) in Records.Where(record => roles.Overlaps(record.Policy.Roles)))
        {
            var answer = await cases.ReadAsync<JsonObject>(operation, new { id }, token: token);
            if (answer.Problem is null)
                found.ById.Add(new FoundRecord(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id), words));
        }
    }

    private static async Task<Rows<T>> RowsAsync<T>(Func<string?, Task<Answer<Page<T>>>> ask)
    {
        var rows = new Rows<T>(ask);
        await rows.AnewAsync();
        return rows;
    }

    private static Dictionary<string, string?> After(string? after, string? reference = null) =>
        new() { ["after"] = after, ["reference"] = reference, ["limit"] = reference is null ? null : "20" };
}
