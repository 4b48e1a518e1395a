using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>A list that can be made longer.</summary>
public interface IGrowing
{
    /// <summary>Whether there is more than is shown.</summary>
    bool HasMore { get; }

    /// <summary>Adds the next page.</summary>
    Task MoreAsync();
}

/// <summary>The rows of a list that the server gives a page at a time and that grows. Whatever it is asked, and however often before the answer came: only the
/// last answer is shown, so that no row stands there twice or under another filter.</summary>
/// <param name="ask">Asks for the page after this key; for the first one without.</param>
internal sealed class Rows<T>(Func<string?, Task<Answer<Page<T>>>> ask) : IGrowing
{
    private readonly Latest _reading = new();
    private List<T>? _all;
    private string? _next;

    /// <summary>What was read so far; null until something was.</summary>
    public IReadOnlyList<T>? All => _all;

    /// <summary>Why the last page was refused.</summary>
    public Problem? Problem { get; private set; }

    public bool HasMore => _next is not null;

    /// <summary>From the first page on, as after another choice; what was there is shown until the answer comes.</summary>
    public Task AnewAsync() => ReadAsync(null);

    public Task MoreAsync() => ReadAsync(_next);

    /// <summary>Looks for what came since: it stands before the rest, and what is shown keeps its place. What is refused is told by the next act.</summary>
    public Task NewestAsync<TKey>(Func<T, TKey> key) => _reading.AskBesideAsync(() => ask(null), answer =>
    {
        if (answer.View is not { } page || _all is not { } all)
            return;
        var known = all.Select(key).ToHashSet();
        _all = [.. page.Items.Where(item => !known.Contains(key(item))), .. all];
    });

    /// <summary>Puts what a record has become in its place.</summary>
    public void Replace(T was, T now)
    {
        if (_all?.IndexOf(was) is >= 0 and var at)
            _all[at] = now;
    }

    private Task ReadAsync(string? after) => _reading.AskAsync(() => ask(after), answer =>
    {
        Problem = answer.Problem;
        if (answer.View is not { } page)
            return;
        _all = after is null ? [.. page.Items] : [.. _all ?? [], .. page.Items];
        _next = page.Next;
    });
}
