namespace FirearmsRegistry.Machines.Frames;

/// <summary>The moment at which waiting ends, by the given clock, or earlier when the caller cancels.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;

    public Deadline(TimeSpan after, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(after, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether time ran out and not the caller's patience.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
