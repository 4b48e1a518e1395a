using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>What may be said of a mark that a laboratory made readable: its record tells neither the part nor the kind.</summary>
internal static class RestoredMarks
{
    /// <summary>The part that it stands on is not told.</summary>
    public const ComponentKind Component = ComponentKind.Other;

    /// <summary>Only where it tells a maker's number is it a maker's mark.</summary>
    public static MarkKind KindOf(SeizedItemMarksRestored restored) => restored.Serial is null ? MarkKind.Other : MarkKind.Manufacture;
}
