using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>A mark that is loaded in a machine and was compared there. It can be started once and never again.</summary>
public sealed class PreparedMark
{
    private int _spent;

    internal PreparedMark(MarkingOrder order, ReadBack readBack)
    {
        Order = order;
        ReadBack = readBack;
    }

    /// <summary>What was loaded.</summary>
    public MarkingOrder Order { get; }

    /// <summary>Whether the machine gave the texts back.</summary>
    public ReadBack ReadBack { get; }

    internal void Spend()
    {
        if (Interlocked.Exchange(ref _spent, 1) != 0)
            throw Refusals.AlreadyStarted.Thrown();
    }
}

/// <summary>How far the texts in the machine were compared with the order before the start.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum ReadBack
{
    /// <summary>Every text was read from the machine and is the one ordered.</summary>
    Compared,

    /// <summary>The protocol has no command for it; only the camera can tell.</summary>
    NotPossible,
}
