using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Frames;

/// <summary>Bytes that went over the line to or from a machine, kept as evidence with the marking job.</summary>
/// <param name="At">When the bytes were handed to the line or taken from it.</param>
/// <param name="Direction">Which way they went.</param>
/// <param name="Bytes">The whole frame with its framing; for <see cref="FrameDirection.Unreadable"/> whatever came.</param>
public sealed record RawFrame(DateTimeOffset At, FrameDirection Direction, ImmutableArray<byte> Bytes);

/// <summary>The way of a frame.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum FrameDirection
{
    /// <summary>To the machine. Written down before the first byte leaves.</summary>
    Sent,

    /// <summary>From the machine, a whole frame.</summary>
    Received,

    /// <summary>From the machine, bytes that are no frame or not yet one when the line broke.</summary>
    Unreadable,
}

/// <summary>Where drivers leave every frame. It is called in order, never by two callers at a time for one direction.</summary>
public interface IFrameLog
{
    /// <summary>Keeps a frame. An exception from here before a start is sent means that it is not sent.</summary>
    void Record(RawFrame frame);
}
