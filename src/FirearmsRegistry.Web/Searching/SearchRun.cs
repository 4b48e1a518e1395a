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
        if (plan.Reference is { } reference)
            await FindByReferenceAsync(reference, roles, found, token);
        if (plan.Mark is { } mark)
        {
            var answer = await cases.SearchAsync<Page<MarkHit>>("searchFirearms", new JsonObject { ["mark"] = mark }, reason, token: token);
            found.Hits = found.TakeFirst(answer);
        }

        // Candidates are leads: they are weighed where nothing fits exactly, or where the reading itself says that it is worn.
        if (plan.Reading is { } reading && found.Hits.Count == 0)
        {
            var answer = await cases.SearchAsync<CandidateAnswer>("searchCandidates", new JsonObject { ["mark"] = reading }, reason, token: token);
            found.Candidates = found.Take(answer);
        }

        if (plan.Name is { } name && roles.Overlaps(AccessPolicy.ReadParties.Roles))
        {
            var answer = await cases.SearchAsync<Page<PartyFound>>("searchParties", new JsonObject { ["name"] = name }, reason, token: token);
            found.Parties = found.TakeFirst(answer);
        }

        return found;
    }

    private async Task FindByReferenceAsync(string reference, IReadOnlySet<Role> roles, Findings found, CancellationToken token)
    {
        if (!ShortText.Parse(reference).TryGet(out _, out _))
            return;
        var query = new Dictionary<string, string?> { ["reference"] = reference, ["limit"] = "20" };
        if (roles.Overlaps(AccessPolicy.ReadSeizures.Roles))
        {
            var answer = await cases.ReadAsync<Page<SeizureSummary>>("listSeizures", query: query, token: token);
            found.Records.AddRange(found.TakeFirst(answer).Select(seizure => new FoundRecord(
                $"/seizures/{seizure.Id}", "searching.record.seizure", seizure.CaseReference, seizure.OccurredOn, seizure.Place)));
        }

        if (roles.Overlaps(AccessPolicy.ReadTraces.Roles))
        {
            var answer = await cases.ReadAsync<Page<TraceRequestLine>>("listTraceRequests", query: query, token: token);
            found.Records.AddRange(found.TakeFirst(answer).Select(request => new FoundRecord(
                $"/trace-requests/{request.Id}", "searching.record.trace_request", reference, Marks.Dates.PartialDate.OfDay(DateOnly.FromDateTime(request.RequestedAt.UtcDateTime)))));
        }
    }

    private async Task FindRecordAsync(Guid id, IReadOnlySet<Role> roles, Findings found, CancellationToken token)
    {
        foreach (var (operation, address, words, _) in Records.Where(record => roles.Overlaps(record.Policy.Roles)))
        {
            var answer = await cases.ReadAsync<JsonObject>(operation, new { id }, token: token);
            if (answer.Problem is null)
                found.Records.Add(new FoundRecord(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id), words));
        }
    }
}

/// <summary>What was found, and where it could not be looked.</summary>
internal sealed class Findings
{
    public List<FoundRecord> Records { get; } = [];

    public IReadOnlyList<MarkHit> Hits { get; set; } = [];

    public CandidateAnswer? Candidates { get; set; }

    public IReadOnlyList<PartyFound> Parties { get; set; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Whether some list has more than its first page, which is shown.</summary>
    public bool HasMore { get; private set; }

    public string? NumberFault { get; init; }

    public int Total => Records.Count + Hits.Count + (Candidates?.Candidates.Count ?? 0) + Parties.Count;

    /// <summary>The first page of an answer; none with its problem noted.</summary>
    public IReadOnlyList<T> TakeFirst<T>(Answer<Page<T>> answer)
    {
        var page = Take(answer);
        HasMore |= page?.Next is not null;
        return page?.Items ?? [];
    }

    /// <summary>The view of an answer, or null with its problem noted.</summary>
    public T? Take<T>(Answer<T> answer)
        where T : class
    {
        if (answer.Problem is { } problem)
            Problems.Add(problem);
        return answer.View;
    }
}
