using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;

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
        new("marking-batches", "/marking-batches", Role.Registrar, _ => "/marking-batches", page => LookedAt.Shown(page, "table")),
        new("order-batch", "/marking-batches/order", Role.Registrar, _ => "/marking-batches/order", OrderBatchAsync),
        new("log-conflicts", "/log-conflicts", Role.Registrar, _ => "/log-conflicts", page => LookedAt.Shown(page, "table")),
        new("log-conflict", "/stations/{Id:guid}/log-conflicts/{Counter:long}", Role.Registrar,
            records => $"/stations/{records.Marking.StationId}/log-conflicts/1", page => LookedAt.Shown(page, "form[data-draft^='settle-']")),
        new("number-series", "/number-series", Role.Registrar, _ => "/number-series", page => LookedAt.Shown(page, "table")),
        new("number-series-one", "/number-series/{Id:guid}", Role.Registrar, records => $"/number-series/{records.Marking.SeriesId}",
            page => LookedAt.Shown(page, "[aria-labelledby=lent] table")),
        new("numbers", "/number-series/{Id:guid}/numbers", Role.Registrar, records => $"/number-series/{records.Marking.SeriesId}/numbers",
            page => LookedAt.GiveCaseAsync(page, "table")),
        new("number-block", "/stations/{Id:guid}/number-blocks/{BlockId:guid}", Role.MarkingOperator,
            records => $"/stations/{records.Marking.StationId}/number-blocks/{records.Marking.BlockId}", page => LookedAt.Shown(page, "fieldset.set")),
        new("stations", "/stations", Role.MarkingOperator, _ => "/stations", page => LookedAt.Shown(page, "table")),
    ];

    private static async Task OrderBatchAsync(IPage page)
    {
        await LookedAt.GiveCaseAsync(page, "textarea");
        await page.Locator("textarea").FillAsync("LM-0..LM-2\nLM-NONE");
        await page.Locator("form[data-draft=batch-arms] .go").ClickAsync();
        await LookedAt.Shown(page, "table");
    }
}
