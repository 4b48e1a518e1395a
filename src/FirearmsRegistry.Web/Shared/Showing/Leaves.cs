using System.Collections.Immutable;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>A list that can be turned over.</summary>
public interface ITurning
{
    /// <summary>Whether there is a page before.</summary>
    bool HasBefore { get; }

    /// <summary>Whether there is a page after.</summary>
    bool HasAfter { get; }

    /// <summary>Turns to the page before.</summary>
    Task BackAsync();

    /// <summary>Turns to the page after.</summary>
    Task ForthAsync();
}

/// <summary>The pages of a list of which one is shown at a time. Whatever it is asked, and however often before the answer came: only the last answer counts.</summary>
/// <param name="ask">Asks for the page after this key; for the first one without.</param>
internal sealed class Leaves<T>(Func<string?, Task<Answer<Page<T>>>> ask) : ITurning
{
    private readonly Latest _reading = new();

    /// <summary>The keys of the pages before this one, the last on top.</summary>
    private ImmutableStack<string?> _before = [];

    private string? _after;

    /// <summary>The page that is shown; null until one was read.</summary>
    public Page<T>? Shown { get; private set; }

    /// <summary>Why the last page was refused.</summary>
    public Problem? Problem { get; private set; }

    public bool HasBefore => !_before.IsEmpty;

    public bool HasAfter => Shown?.Next is not null;

    /// <summary>From the first page on, as after another choice.</summary>
    public Task AnewAsync() => ReadAsync(null, []);

    public Task ForthAsync() => ReadAsync(Shown?.Next, _before.Push(_after));

    public Task BackAsync() => HasBefore ? ReadAsync(_before.Peek(), _before.Pop()) : Task.CompletedTask;

    /// <summary>Forgets what was read, and what is still being asked.</summary>
    public void Clear()
    {
        _reading.Forget();
        (_after, _before, Shown, Problem) = (null, [], null, null);
    }

    private Task ReadAsync(string? after, ImmutableStack<string?> before) => _reading.AskAsync(
        () => ask(after), answer => (_after, _before, Shown, Problem) = (after, before, answer.View, answer.Problem));
}
