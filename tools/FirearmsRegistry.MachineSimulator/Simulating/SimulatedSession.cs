using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Protocols;

namespace FirearmsRegistry.MachineSimulator.Simulating;

/// <summary>One connection to the machine: takes commands, gives answers, and spoils those that a fault is for.</summary>
internal sealed class SimulatedSession(Stream stream, ISimulatedProtocol protocol, SimulatedMachine machine, Random random, bool canHangUp) : IDisposable
{
    private const int GarbageLength = 40;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly List<Task> _going = [];
    private bool _isSilent;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var buffered = Array.Empty<byte>();
        var read = new byte[4096];
        try
        {
            while (await stream.ReadAsync(read, cancellation) is var count and > 0 && !cancellation.IsCancellationRequested)
            {
                buffered = [.. buffered, .. read[..count]];
                while (buffered.Length > 0 && protocol.Scan(buffered) is var length and > 0)
                {
                    var command = buffered[..length];
                    buffered = buffered[length..];
                    await ActAsync(command, cancellation);
                }
            }

            await Task.WhenAll(_going);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side hung up, or the simulator ends.
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task ActAsync(byte[] command, CancellationToken cancellation)
    {
        var reaction = protocol.React(command);
        // Counted after the machine acted, so that whoever waits for the count sees what it did.
        machine.CountCommand();
        if (reaction.Answer is { } answer)
            await AnswerAsync(answer, reaction.Moment, cancellation);
        if (reaction.Ended is { } ended)
            _going.Add(MarkAsync(ended, reaction, cancellation));
    }

    private async Task MarkAsync(Func<bool, byte[]?> ended, Reaction start, CancellationToken cancellation)
    {
        var well = await machine.CutAsync(cancellation);
        if (ended(well) is not { } answer)
            return;
        // Where a protocol answers a start only at its end, both moments are one.
        var moment = start.Answer is null && machine.TakeFaultOf(FaultMoment.Starting) is { } fault ? fault : machine.TakeFaultOf(FaultMoment.Finishing);
        await SendAsync(answer, moment, cancellation);
    }

    private Task AnswerAsync(byte[] answer, FaultMoment moment, CancellationToken cancellation) =>
        SendAsync(answer, machine.TakeFaultOf(moment), cancellation);

    private async Task SendAsync(byte[] answer, MachineFault? fault, CancellationToken cancellation)
    {
        switch (fault?.Kind)
        {
            case FaultKind.ConnectionDropped:
                await HangUpAsync();
                return;
            case FaultKind.AnswerLost:
                return;
            case FaultKind.Silent:
                _isSilent = true;
                return;
            case FaultKind.LateAnswer:
                _going.Add(SendLateAsync(answer, cancellation));
                return;
            case FaultKind.DoubleAnswer:
                await WriteAsync([.. answer, .. answer], cancellation);
                return;
            case FaultKind.Garbage:
                await WriteAsync(Garbage(), cancellation);
                return;
            case FaultKind.OtherProtocol:
                await WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
                return;
            case FaultKind.BadChecksum:
                await WriteAsync(protocol.Spoil(answer), cancellation);
                return;
            default:
                await WriteAsync(answer, cancellation);
                return;
        }
    }

    private async Task SendLateAsync(byte[] answer, CancellationToken cancellation)
    {
        await machine.Released.WaitAsync(cancellation);
        try
        {
            await WriteAsync(answer, cancellation);
        }
        finally
        {
            // Counted too where nobody listens any more: whoever waits for it knows that it cannot come later.
            machine.CountLateAnswer();
        }
    }

    private async Task WriteAsync(byte[] bytes, CancellationToken cancellation)
    {
        if (_isSilent)
            return;
        await _writing.WaitAsync(cancellation);
        try
        {
            await stream.WriteAsync(bytes, cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task HangUpAsync()
    {
        if (canHangUp)
            await stream.DisposeAsync();
        else
            _isSilent = true;
    }

    private byte[] Garbage()
    {
        var bytes = new byte[GarbageLength];
        random.NextBytes(bytes);
        // Ended as all protocols end, so that it is taken for an answer and not waited for.
        return [.. bytes, (byte)'\r', (byte)'\n'];
    }
}
