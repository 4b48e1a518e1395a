using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>
/// Deque's axe in a page. Its script runs where the page runs, once for each document: the wrapper for Playwright opens two further pages for
/// each look and takes three times as long.
/// </summary>
internal static class Axe
{
    private const string Look =
        """
        async () => {
            const found = await axe.run(document, { resultTypes: ["violations"] });
            return found.violations.filter(fault => ["serious", "critical"].includes(fault.impact))
                .flatMap(fault => fault.nodes.map(node => `${fault.id} (${fault.impact}) ${node.html} ${node.failureSummary}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious and critical faults of the page as it stands.</summary>
    public static async Task<string[]> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Look);
    }
}
