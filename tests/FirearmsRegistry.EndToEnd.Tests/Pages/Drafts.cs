using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>The drafts that a tab keeps.</summary>
internal static class Drafts
{
    /// <summary>Waits until a form has the id and key under which it is sent: a tab that is doubled before, or a storage that fails before, has none.</summary>
    public static Task DraftBegunAsync(this IPage page, string form) =>
        page.WaitForFunctionAsync("form => 'idempotency-key' in JSON.parse(sessionStorage.getItem(`draft:${form}`) ?? '{}')", form);
}
