using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Tests.Outcomes;

/// <summary>Starting points from which a test changes the one fact it is about.</summary>
internal static class Facts
{
    /// <summary>A seized, uniquely marked arm of which nothing else is known and for which nobody asked.</summary>
    public static OutcomeFacts Untraced { get; } = new()
    {
        Intake = Intake.Seized,
        Marking = MarkingState.UniquelyMarked,
        MarksRestored = false,
        Condition = ArmCondition.IndustriallyManufactured,
        Record = RegistryRecord.NotSearched,
        PossessorIsHolder = Truth.Unknown,
        AuthorisationValid = Truth.Unknown,
        TheftRecorded = false,
        UnlawfulTransferRecorded = false,
        Request = RequestState.None,
        OnwardRequest = RequestState.None,
        ForeignAnswer = ForeignAnswer.None,
        AnswerClockRunning = false,
        EstablishedOtherwise = null,
    };

    /// <summary>The same arm after a trace that ended without finding anything.</summary>
    public static OutcomeFacts TracedInVain { get; } = Untraced with { Record = RegistryRecord.NotFound, Request = RequestState.Closed };

    public static OtherEstablishment Intelligence { get; } = new("Intelligence report of the customs service");
}
