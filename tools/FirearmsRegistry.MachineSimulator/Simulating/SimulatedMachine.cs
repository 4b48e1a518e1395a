using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.MachineSimulator.Simulating;

/// <summary>The machine behind the protocol. It outlives connections, as a machine does.</summary>
internal sealed class SimulatedMachine(SimulatorOptions options)
{
    private const int KeptWhenTruncated = 4;

    private readonly Lock _lock = new();
    private readonly List<CutMark> _cuts = [];
    private readonly HashSet<string> _markedCodes = [];
    private MachineFault? _fault;
    private TaskCompletionSource _finish = NewSignal();
    private TaskCompletionSource _late = NewSignal();
    private TaskCompletionSource _changed = NewSignal();
    private int _powerCuts;

    public string? Layout { get; private set; }

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public bool IsMarking { get; private set; }

    public bool IsDone { get; private set; }

    public bool IsInFault { get; set; }

    public int Commands { get; private set; }

    public int LateAnswers { get; private set; }

    public int Starts { get; private set; }

    public IReadOnlyList<CutMark> Cuts
    {
        get
        {
            lock (_lock)
                return [.. _cuts];
        }
    }

    /// <summary>Completes at the next change of anything above.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
                return _changed.Task;
        }
    }

    public Task Released => _late.Task;

    public void Arm(MachineFault? fault)
    {
        lock (_lock)
            _fault = fault;
    }

    /// <summary>Whether the machine itself has this fault now; it has it once.</summary>
    public bool Suffers(FaultKind kind) => Take(fault => fault.Kind == kind) is not null;

    public MachineFault? TakeFaultOf(FaultMoment moment) =>
        Take(fault => fault.Moment == moment && fault.Kind >= FaultKind.ConnectionDropped);

    public string? TakeErrorAt(FaultMoment moment) => Take(fault => fault.Moment == moment && fault.Kind == FaultKind.ErrorCode)?.Code;

    public void CountCommand() => Change(() => Commands++);

    public void CountLateAnswer() => Change(() => LateAnswers++);

    public void Load(string layout) => Change(() =>
    {
        Layout = layout;
        IsDone = false;
        Texts.Clear();
    });

    public void Unload() => Change(() =>
    {
        Layout = null;
        IsDone = false;
    });

    public void SetText(string name, string text)
    {
        var kept = Suffers(FaultKind.VariableTruncated) ? text[..Math.Min(KeptWhenTruncated, text.Length)] : text;
        Change(() => Texts[name] = kept);
    }

    /// <summary>EzCad looks for repeated codes in the variables 10 to 14.</summary>
    public bool WasMarkedBefore(IEnumerable<string> names)
    {
        lock (_lock)
            return names.Any(name => Texts.TryGetValue(name, out var text) && _markedCodes.Contains(text));
    }

    public void Begin() => Change(() =>
    {
        Starts++;
        IsMarking = true;
        IsDone = false;
    });

    /// <summary>Cuts. False where a fault stopped it.</summary>
    public async Task<bool> CutAsync(CancellationToken cancellation)
    {
        var powerCuts = _powerCuts;
        var breaks = Suffers(FaultKind.FaultWhileMarking);
        if (Suffers(FaultKind.SlowMarking))
            await _finish.Task.WaitAsync(cancellation);
        if (options.MarkingTime > TimeSpan.Zero)
            await Task.Delay(options.MarkingTime, options.Clock, cancellation);
        var hasPower = true;
        Change(() =>
        {
            // What was on the metal when the power went is on record already.
            hasPower = powerCuts == _powerCuts;
            if (!hasPower)
                return;
            var whole = !breaks && !IsInFault;
            _cuts.Add(new CutMark(Layout ?? "", new Dictionary<string, string>(Texts), whole));
            _markedCodes.UnionWith(Texts.Values);
            IsInFault |= !whole;
            IsMarking = false;
            IsDone = whole;
        });
        return hasPower && !IsInFault;
    }

    public void FinishMarking() => _finish.TrySetResult();

    public void ReleaseLateAnswers() => _late.TrySetResult();

    public void PowerOff() => Change(() =>
    {
        if (IsMarking)
            _cuts.Add(new CutMark(Layout ?? "", new Dictionary<string, string>(Texts), false));
        _powerCuts++;
        Layout = null;
        Texts.Clear();
        IsMarking = false;
        IsDone = false;
        IsInFault = false;
        _finish = NewSignal();
        _late = NewSignal();
    });

    private MachineFault? Take(Predicate<MachineFault> fits)
    {
        lock (_lock)
        {
            if (_fault is not { } fault || !fits(fault))
                return null;
            if (fault.Kind != FaultKind.Silent)
                _fault = null;
            return fault;
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
