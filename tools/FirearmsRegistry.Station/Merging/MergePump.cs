using System.Threading.Channels;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Merging;

/// <summary>Merges beside the work: whenever something was logged, as long as there is a network.</summary>
internal sealed class MergePump : IAsyncDisposable
{
    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _ending = new();
    private readonly LogMerging _merging;
    private readonly Journal _journal;
    private readonly Task _running;

    public MergePump(LogMerging merging, Journal journal)
    {
        (_merging, _journal) = (merging, journal);
        _running = RunAsync();
    }

    /// <summary>Something was logged.</summary>
    public void Due() => _due.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        _due.Writer.TryComplete();
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var _ in _due.Reader.ReadAllAsync(_ending.Token))
                await MergeAsync();
        }
        catch (OperationCanceledException)
        {
            // The work is over; what is left is merged by whoever ended it.
        }
    }

    private async Task MergeAsync()
    {
        try
        {
            var merged = await _merging.MergeAsync(_ending.Token);
            if (merged.Conflicts > 0)
                _journal.Say(null, $"merged, {merged.Conflicts} conflicts wait for a registrar");
        }
        catch (UnreachableException)
        {
            // Tried again at the next entry; the log has it all.
        }
        catch (StationException fault)
        {
            _journal.Say(null, fault.Message);
        }
    }
}
