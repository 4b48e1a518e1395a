using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>What a registered mark is to its arm when the arm is sought by a reading.</summary>
internal static class MarkRoles
{
    public static MarkRole Of(MarkKind kind, ComponentKind component, bool isSerial) => kind switch
    {
        MarkKind.Manufacture when isSerial => component.IsPrimary() ? MarkRole.Serial : MarkRole.ComponentSerial,
        MarkKind.Manufacture => MarkRole.WholeText,
        MarkKind.NationalNumber => MarkRole.NationalNumber,
        MarkKind.Import => MarkRole.ImportMark,
        MarkKind.StateTransfer or MarkKind.StateRetention => MarkRole.StateMark,
        _ => isSerial && component.IsPrimary() ? MarkRole.Serial : MarkRole.Other,
    };
}
