using System.Net.Sockets;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Lines;

namespace FirearmsRegistry.Machines.Frames;

/// <summary>Frames over a line, each written down with its time. What goes wrong with the line becomes one of the line's named refusals.</summary>
internal sealed class Conversation(IMachineLine line, IFrameFormat format, TimeProvider clock, IFrameLog log) : IAsyncDisposable
{
    private readonly FrameBuffer _buffer = new(format);
    private readonly byte[] _read = new byte[4096];

    public bool IsOpen { get; private set; }

    public async Task OpenAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        await CloseAsync();
        using var deadline = new Deadline(timeout, clock, cancellation);
        try
        {
            await line.OpenAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw Refusals.ConnectionFailed.Thrown();
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            throw Refusals.ConnectionFailed.Thrown(e);
        }

        IsOpen = true;
    }

    public async ValueTask CloseAsync()
    {
        IsOpen = false;
        KeepUnreadable();
        await line.CloseAsync();
    }

    public async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        if (!IsOpen)
            throw Refusals.NotConnected.Thrown();
        log.Record(new RawFrame(clock.GetUtcNow(), FrameDirection.Sent, [.. frame.Span]));
        try
        {
            await line.WriteAsync(frame, cancellation);
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            throw Refusals.ConnectionLost.Thrown(e);
        }
    }

    /// <summary>The next frame. Past the deadline this is <c>no-answer</c>.</summary>
    public async Task<byte[]> ReceiveAsync(Deadline deadline)
    {
        if (!IsOpen)
            throw Refusals.NotConnected.Thrown();
        while (true)
        {
            if (_buffer.TryTake(out var frame))
            {
                log.Record(new RawFrame(clock.GetUtcNow(), FrameDirection.Received, [.. frame]));
                return frame;
            }

            await FillAsync(deadline);
        }
    }

    public async Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, TimeSpan timeout, CancellationToken cancellation)
    {
        if (!_buffer.Rest.IsEmpty)
            throw Refusals.Unexpected.Thrown();
        // The clock starts before the request leaves, so that nobody can see the request without the clock running.
        using var deadline = new Deadline(timeout, clock, cancellation);
        await SendAsync(request, cancellation);
        return await ReceiveAsync(deadline);
    }

    /// <summary>Refuses when anything came, or comes within the window, that nobody asked for.</summary>
    public async Task RequireSilenceAsync(TimeSpan window, CancellationToken cancellation)
    {
        if (!_buffer.Rest.IsEmpty)
            throw Refusals.Unexpected.Thrown();
        if (window <= TimeSpan.Zero)
            return;
        using var deadline = new Deadline(window, clock, cancellation);
        try
        {
            await FillAsync(deadline);
        }
        catch (MachineRefusedException e) when (e.Refusal == Refusals.NoAnswer)
        {
            return;
        }

        throw Refusals.Unexpected.Thrown();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await line.DisposeAsync();
    }

    private async Task FillAsync(Deadline deadline)
    {
        int count;
        try
        {
            count = await line.ReadAsync(_read, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw Refusals.NoAnswer.Thrown();
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            throw Refusals.ConnectionLost.Thrown(e);
        }

        if (count == 0)
            throw Refusals.ConnectionClosed.Thrown();
        _buffer.Append(_read.AsSpan(0, count));
    }

    private void KeepUnreadable()
    {
        if (!_buffer.Rest.IsEmpty)
            log.Record(new RawFrame(clock.GetUtcNow(), FrameDirection.Unreadable, [.. _buffer.Rest.Span]));
        _buffer.Clear();
    }

    // A serial port that was unplugged or taken by somebody else says so in these ways too.
    private static bool IsOfTheLine(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or UnauthorizedAccessException or InvalidOperationException or ArgumentException;
}
