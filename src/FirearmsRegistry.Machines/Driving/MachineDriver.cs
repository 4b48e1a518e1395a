using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>
/// What all protocols with a line have in common, above all the rule that a start is sent at most once. A protocol says how it greets,
/// loads, and reads the answers to a start; it never sends a start itself.
/// </summary>
internal abstract class MachineDriver : IMachineDriver
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private PreparedMark? _prepared;
    private volatile bool _starting;

    protected MachineDriver(MachineParts parts, IFrameFormat format)
    {
        Parts = parts;
        Line = new Conversation(parts.Line, format, parts.Clock, parts.Log);
    }

    public MachineState State { get; protected set; } = MachineState.Offline;

    protected MachineParts Parts { get; }

    protected Conversation Line { get; }

    protected MachineTiming Timing => Parts.Timing;

    public Task ConnectAsync(CancellationToken cancellation) => InTurnAsync(async () =>
    {
        _prepared = null;
        State = MachineState.Offline;
        await Line.OpenAsync(Timing.Connect, cancellation);
        State = MachineState.Initialising;
        State = await GreetAsync(cancellation);
        return State;
    }, cancellation);

    public Task<MachineState> ReadStateAsync(CancellationToken cancellation) =>
        InTurnAsync(async () => State = await AskStateAsync(cancellation), cancellation);

    public Task<PreparedMark> PrepareAsync(MarkingOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return InTurnAsync(async () =>
        {
            _prepared = null;
            if (order.Variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw Refusals.NotSendable($"Variable {twice.Key} is given twice.").Thrown();
            Check(order);
            var readBack = await LoadAsync(order, cancellation);
            State = await AskStateAsync(cancellation);
            if (State != MachineState.Ready)
                throw Refusals.NotReady(State).Thrown();
            return _prepared = new PreparedMark(order, readBack);
        }, cancellation);
    }

    public Task<MarkOutcome> StartAsync(PreparedMark prepared, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return InTurnAsync(async () =>
        {
            prepared.Spend();
            if (!ReferenceEquals(prepared, _prepared))
                throw Refusals.PreparedElsewhere.Thrown();
            _prepared = null;
            State = await AskStateAsync(cancellation);
            if (State != MachineState.Ready)
                throw Refusals.NotReady(State).Thrown();
            await Line.RequireSilenceAsync(Timing.Quiet, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return await StartOnceAsync(cancellation);
        }, cancellation);
    }

    public Task StopAsync(CancellationToken cancellation) =>
        _starting
            ? Line.SendAsync(StopFrame ?? throw Refusals.NotSupported("stop a mark").Thrown(), cancellation)
            : InTurnAsync(async () => State = await StopIdleAsync(cancellation), cancellation);

    public Task AcknowledgeFaultAsync(CancellationToken cancellation) =>
        InTurnAsync(async () => State = await AcknowledgeAsync(cancellation), cancellation);

    public async ValueTask DisposeAsync()
    {
        State = MachineState.Offline;
        await Line.DisposeAsync();
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The bytes of the start.</summary>
    protected abstract ReadOnlyMemory<byte> StartFrame { get; }

    /// <summary>The bytes that stop a mark; none where the protocol has no such command.</summary>
    protected virtual ReadOnlyMemory<byte>? StopFrame => null;

    /// <summary>Refuses what the protocol cannot carry, before anything is sent.</summary>
    protected abstract void Check(MarkingOrder order);

    /// <summary>What a new connection begins with.</summary>
    protected abstract Task<MachineState> GreetAsync(CancellationToken cancellation);

    protected abstract Task<MachineState> AskStateAsync(CancellationToken cancellation);

    protected abstract Task<ReadBack> LoadAsync(MarkingOrder order, CancellationToken cancellation);

    /// <summary>
    /// Reads the answers to a start until the machine says that it finished. <see cref="StartRefusedException"/> where its answer to the start
    /// itself is a no; anything else that is thrown leaves the mark unknown.
    /// </summary>
    /// <param name="first">By when the machine must have answered at all.</param>
    /// <param name="whole">By when it must have finished.</param>
    /// <param name="cancellation">The caller's patience.</param>
    protected abstract Task AwaitFinishAsync(Deadline first, Deadline whole, CancellationToken cancellation);

    protected virtual Task<MachineState> StopIdleAsync(CancellationToken cancellation) => throw Refusals.NotSupported("stop").Thrown();

    protected virtual Task<MachineState> AcknowledgeAsync(CancellationToken cancellation) =>
        throw Refusals.NotSupported("acknowledge a fault").Thrown();

    private async Task<MarkOutcome> StartOnceAsync(CancellationToken cancellation)
    {
        State = MachineState.Marking;
        try
        {
            // Both clocks run before the start leaves, so that nobody can see the start without them.
            using var first = new Deadline(Timing.Answer, Parts.Clock, cancellation);
            using var whole = new Deadline(Timing.Marking, Parts.Clock, cancellation);
            _starting = true;
            await Line.SendAsync(StartFrame, cancellation);
            await AwaitFinishAsync(first, whole, cancellation);
            return await ConfirmAsync(cancellation);
        }
        catch (StartRefusedException e)
        {
            // Whether it can be started again is asked afresh by the next preparation.
            State = MachineState.Alive;
            return new MarkOutcome(MarkResult.NotMarked, e.Refusal);
        }
        catch (Exception e)
        {
            // Whatever went wrong after the start left: the mark may be on the metal, and the caller must hear just that.
            await HangUpAsync();
            return new MarkOutcome(MarkResult.UnknownMarkState, e switch
            {
                MachineRefusedException refused => refused.Refusal,
                OperationCanceledException => Refusals.Abandoned,
                _ => Refusals.DriverFailed,
            });
        }
        finally
        {
            _starting = false;
        }
    }

    // An answer given twice stands before the answer to this question. A machine that falls silent after it said "finished" did finish.
    private async Task<MarkOutcome> ConfirmAsync(CancellationToken cancellation)
    {
        try
        {
            await Line.RequireSilenceAsync(Timing.Quiet, cancellation);
            State = await AskStateAsync(cancellation);
        }
        catch (MachineRefusedException e) when (e.Refusal == Refusals.NoAnswer || e.Refusal == Refusals.ConnectionClosed || e.Refusal == Refusals.ConnectionLost)
        {
            await HangUpAsync();
            return MarkOutcome.Marked;
        }

        return State is MachineState.Fault ? new MarkOutcome(MarkResult.UnknownMarkState, Refusals.FaultAfterFinish) : MarkOutcome.Marked;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await act();
        }
        catch (MachineRefusedException e) when (e.Refusal.Origin == RefusalOrigin.Line)
        {
            // An answer that is still under way must not be taken for the answer to the next question.
            await HangUpAsync();
            throw;
        }
        catch (OperationCanceledException)
        {
            await HangUpAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task HangUpAsync()
    {
        State = MachineState.Offline;
        _prepared = null;
        await Line.CloseAsync();
    }
}
