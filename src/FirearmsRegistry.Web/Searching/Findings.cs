using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Seizures.Listing;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Showing;
using static FirearmsRegistry.Registry.Parties.SearchingByName.SearchPartiesByName;

namespace FirearmsRegistry.Web.Searching;

/// <summary>What was found, as lists that grow where there is more, and where it could not be looked. A list is null where it was not looked for.</summary>
internal sealed class Findings
{
    private readonly List<Problem> _problems = [];

    /// <summary>The records whose id was given.</summary>
    public List<FoundRecord> ById { get; } = [];

    /// <summary>The reference that was given.</summary>
    public string? Reference { get; set; }

    public Rows<SeizureSummary>? Seizures { get; set; }

    public Rows<TraceRequestLine>? Requests { get; set; }

    public Rows<MarkHit>? Hits { get; set; }

    public CandidateAnswer? Candidates { get; set; }

    public Rows<PartyFound>? Parties { get; set; }

    public string? NumberFault { get; init; }

    /// <summary>The records that were found by their id or by a reference.</summary>
    public IReadOnlyList<FoundRecord> Records =>
    [
        .. ById,
        .. (Seizures?.All ?? []).Select(seizure => new FoundRecord(
            $"/seizures/{seizure.Id}", "searching.record.seizure", seizure.CaseReference, seizure.OccurredOn, seizure.Place)),
        .. (Requests?.All ?? []).Select(request => new FoundRecord($"/trace-requests/{request.Id}", "searching.record.trace_request",
            request.CaseReference?.ToString() ?? Reference, PartialDate.OfDay(DateOnly.FromDateTime(request.RequestedAt.UtcDateTime)), Arm: request.Arm)),
    ];

    /// <summary>Those of them of which there may be more.</summary>
    public IGrowing MoreRecords => new Together([.. new IGrowing?[] { Seizures, Requests }.OfType<IGrowing>()]);

    public IEnumerable<Problem> Problems => _problems.Concat(
        new[] { Seizures?.Problem, Requests?.Problem, Hits?.Problem, Parties?.Problem }.OfType<Problem>());

    public int Total => Records.Count + (Hits?.All?.Count ?? 0) + (Candidates?.Candidates.Count ?? 0) + (Parties?.All?.Count ?? 0);

    public bool HasMore => new Together([.. new IGrowing?[] { MoreRecords, Hits, Parties }.OfType<IGrowing>()]).HasMore;

    /// <summary>Takes a view over, or notes why there is none.</summary>
    public void Take<T>(Answer<T> answer, Action<T> take)
        where T : class
    {
        if (answer.Problem is { } problem)
            _problems.Add(problem);
        if (answer.View is { } view)
            take(view);
    }
}
