using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Drafting;

namespace FirearmsRegistry.Web.Searching;

/// <summary>What the search box was asked last. It may be a person's name, so it stands in no address; the tab keeps it.</summary>
internal sealed class SearchQuestion(Browser browser)
{
    private const string Name = "search";

    /// <summary>Raised when something else is asked.</summary>
    public event Func<Task>? Asked;

    /// <summary>The text as it was typed or scanned.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Asks.</summary>
    public async Task AskAsync(string text)
    {
        Text = text.Trim();
        await browser.KeepAsync(Name, Text);
        await Asked.AllAsync();
    }

    /// <summary>Asks again what this tab asked before the page was loaded anew.</summary>
    public async Task ResumeAsync()
    {
        if (Text.Length > 0)
            return;
        var kept = await browser.KeptAsync(Name);
        // Something may have been asked while the browser was.
        if (Text.Length == 0)
            Text = kept ?? "";
    }
}
