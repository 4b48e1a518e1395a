using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Drafting;

namespace FirearmsRegistry.Web.Shared.Reasons;

/// <summary>
/// For which case, and why, the person looks things up: asked once, shown on every page, sent with every look-up until the case changes.
/// The tab keeps it, no address does.
/// </summary>
internal sealed class QueryCase(Browser browser)
{
    private const string Name = "query-case";

    /// <summary>Raised when it was given, changed or ended.</summary>
    public event Func<Task>? Changed;

    /// <summary>The reason in force; null until one is given.</summary>
    public QueryReason? Reason { get; private set; }

    /// <summary>Takes over what this tab kept when the page was loaded again.</summary>
    public async Task ResumeAsync()
    {
        if (Reason is not null || QueryReason.Parse(await browser.KeptAsync(Name)) is not { } reason || Reason is not null)
            return;
        Reason = reason;
        await TellAsync();
    }

    /// <summary>Gives the reason of the case, if it can be sent.</summary>
    /// <returns>False where the reference is empty, too long or holds quotation marks or control characters.</returns>
    public async Task<bool> GiveAsync(QueryReasonCode code, string reference)
    {
        var text = $"{Codes.Of(code)}; case=\"{reference.Trim()}\"";
        if (QueryReason.Parse(text) is not { } reason)
            return false;
        Reason = reason;
        await browser.KeepAsync(Name, text);
        await TellAsync();
        return true;
    }

    /// <summary>Ends the case: the next look-up asks again.</summary>
    public async Task EndAsync()
    {
        Reason = null;
        await browser.DropAsync(Name);
        await TellAsync();
    }

    private Task TellAsync() => Changed.AllAsync();
}
