namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>What is asked one after another, where each answer takes the place of the one before: only that of the last asking counts, in whatever
/// order they come.</summary>
internal sealed class Latest
{
    private int _asked;

    /// <summary>What is still being asked does not count any more.</summary>
    public void Forget() => _asked++;

    /// <summary>Asks; the answer is handed on unless something else was asked meanwhile.</summary>
    public async Task AskAsync<T>(Func<Task<T>> ask, Action<T> take)
    {
        var asked = ++_asked;
        var answer = await ask();
        if (asked == _asked)
            take(answer);
    }

    /// <summary>Asks beside the rest and disturbs none of it: where something else was asked meanwhile, this answer does not count.</summary>
    public async Task AskBesideAsync<T>(Func<Task<T>> ask, Action<T> take)
    {
        var asked = _asked;
        var answer = await ask();
        if (asked == _asked)
            take(answer);
    }
}
