using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>What is known about the metal after the machine was told to mark.</summary>
/// <param name="Result">Whether the mark is there.</param>
/// <param name="Refusal">Why it is not there, or why nobody knows; none where it is there.</param>
public sealed record MarkOutcome(MarkResult Result, MachineRefusal? Refusal)
{
    /// <summary>The machine said that it finished.</summary>
    public static MarkOutcome Marked { get; } = new(MarkResult.Marked, null);
}

/// <summary>Whether a mark is on the metal.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkResult
{
    /// <summary>The machine began and finished.</summary>
    Marked,

    /// <summary>The machine refused to begin; nothing was cut.</summary>
    NotMarked,

    /// <summary>The mark may be there, wholly, in part or not at all. Only a person who looks at the arm can tell.</summary>
    UnknownMarkState,
}
