using FirearmsRegistry.Machines.Engraving;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>One mark for one arm, as a machine is told it.</summary>
/// <param name="Job">The marking job, for the caller's records; machines never see it.</param>
/// <param name="Layout">The name of the layout stored in the machine: a file, a pattern or a file number, by protocol.</param>
/// <param name="Variables">The texts that fill the layout, in the order in which they are sent. Names are the protocol's: a digit, a field number, a name.</param>
public sealed record MarkingOrder(Guid Job, string Layout, IReadOnlyList<MarkVariable> Variables)
{
    /// <summary>What to cut, line by line, for engravers that take a drawing and know no layouts; other machines do not look at it.</summary>
    public MarkDrawing? Drawing { get; init; }
}

/// <summary>A text for one place of a layout.</summary>
/// <param name="Name">Which place, as the machine names it.</param>
/// <param name="Text">The text exactly as it must be on the metal; drivers refuse what their protocol cannot carry and never change it.</param>
public sealed record MarkVariable(string Name, string Text);
