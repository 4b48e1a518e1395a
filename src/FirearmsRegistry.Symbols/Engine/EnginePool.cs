using System.Collections.Concurrent;
using Microsoft.ClearScript;

namespace FirearmsRegistry.Symbols.Engine;

/// <summary>Engines for as many callers as there are cores. They are started when first needed; one that broke is not used again.</summary>
internal sealed class EnginePool(SymbolLimits limits, TimeProvider time) : IDisposable
{
    // An engine that is between two calls does not notice that it was to end.
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _free = new(limits.Engines);
    private readonly ConcurrentStack<Sandbox> _idle = new();
    private int _started;

    /// <summary>How many were started so far.</summary>
    public int Started => Volatile.Read(ref _started);

    /// <summary>Works with an engine on a thread of the pool.</summary>
    /// <exception cref="TimeoutException">The work took longer than the limit; the engine was ended.</exception>
    /// <exception cref="ScriptEngineException">The engine broke.</exception>
    public async Task<T> UseAsync<T>(Func<Sandbox, T> work, CancellationToken token)
    {
        await _free.WaitAsync(token);
        try
        {
            return await Task.Run(() => Use(work, token), token);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var sandbox))
            sandbox.Dispose();
        _free.Dispose();
    }

    private T Use<T>(Func<Sandbox, T> work, CancellationToken token)
    {
        if (!_idle.TryPop(out var sandbox))
        {
            sandbox = Sandbox.Start(limits);
            Interlocked.Increment(ref _started);
        }

        var watch = new Watch(sandbox);
        var sound = false;
        try
        {
            T result;
            using (time.CreateTimer(_ => watch.End(), null, limits.LongestTime, AgainAfter))
            using (token.Register(watch.End))
            {
                token.ThrowIfCancellationRequested();
                result = work(sandbox);
            }

            sound = watch.IsStillGood() && !sandbox.IsWorn;
            return result;
        }
        catch (ScriptInterruptedException)
        {
            token.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
        finally
        {
            if (sound)
                _idle.Push(sandbox);
            else
                watch.Discard();
        }
    }

    /// <summary>Ends an engine's work unless it is over, so that an alarm which comes late does not hit the next picture.</summary>
    private sealed class Watch(Sandbox sandbox)
    {
        private readonly Lock _gate = new();
        private bool _over;
        private bool _ended;

        public void End()
        {
            lock (_gate)
            {
                if (_over)
                    return;
                _ended = true;
                sandbox.Interrupt();
            }
        }

        public bool IsStillGood()
        {
            lock (_gate)
            {
                _over = true;
                return !_ended;
            }
        }

        /// <summary>Throws the engine away: an alarm that is already on its way finds it over and not gone.</summary>
        public void Discard()
        {
            IsStillGood();
            sandbox.Dispose();
        }
    }
}
