using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Server.Demo;

/// <summary>What lies behind an arm of the demo: its life in the register before it was seized. No outcome line: that is found by tracing.</summary>
internal enum ArmStory
{
    /// <summary>Unmarked or with marks gone: not in the register.</summary>
    NotRegistered,

    /// <summary>Held by the person it was seized from, who had a valid authorisation.</summary>
    HeldByPossessor,

    /// <summary>Stolen from its holder.</summary>
    Stolen,

    /// <summary>Lost by its holder.</summary>
    Lost,

    /// <summary>Passed on by its holder without authorisation.</summary>
    PassedOn,

    /// <summary>Last recorded in a dealer's stock.</summary>
    DealerStock,

    /// <summary>Exported; the other State confirms its record.</summary>
    ExportConfirmed,

    /// <summary>Exported; the other State has no record.</summary>
    ExportDenied,

    /// <summary>Exported; the other State has not answered yet.</summary>
    ExportUnanswered,
}

/// <summary>One seized arm of the demo.</summary>
internal sealed record PlannedArm(
    int Index,
    ArmType Type,
    ArmCondition Condition,
    MarkingState Marking,
    ArmStory Story,
    SeizureProfile Profile);

/// <summary>What all arms of one seizure share.</summary>
internal sealed record SeizureProfile(LocationKind Location, LegalJustification Justification, SuspectedOffence? Offence);

/// <summary>One seizure of the demo with its arms.</summary>
internal sealed record PlannedSeizure(int Index, DateOnly Day, SeizureProfile Profile, IReadOnlyList<PlannedArm> Arms);
