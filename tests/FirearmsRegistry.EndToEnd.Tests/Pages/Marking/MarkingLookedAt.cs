using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Marking;

/// <summary>The marking operator's pages.</summary>
internal static class MarkingLookedAt
{
    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("marking", "/marking", Role.MarkingOperator, _ => "/marking", page => LookedAt.Shown(page, "table")),
        new("marking-job", "/marking-jobs/{Id:guid}", Role.MarkingOperator, records => $"/marking-jobs/{records.Marking.JobId}", page => LookedAt.Shown(page, ".comparison")),
        new("marking-batch", "/marking-batches/{Id:guid}", Role.MarkingOperator, records => $"/marking-batches/{records.Marking.BatchId}",
            page => LookedAt.Shown(page, "table")),
        new("marking-labels", "/marking-labels", Role.MarkingOperator, records => $"/marking-labels?batch={records.Marking.BatchId}",
            page => LookedAt.Shown(page, ".label-sheet img")),
        new("order-mark", "/firearms/{Id:guid}/order-mark", Role.MarkingOperator, records => $"/firearms/{records.FirearmId}/order-mark",
            page => LookedAt.Shown(page, "form.panel")),
        new("stations", "/stations", Role.MarkingOperator, _ => "/stations", page => LookedAt.Shown(page, "table")),
    ];
}
