using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>
/// What is known of one arm and its traces at one moment, as far as the outcome line depends on it. Every member must be stated,
/// so that nobody leaves out a fact and gets a line by default.
/// </summary>
public sealed record OutcomeFacts
{
    /// <summary>How the arm came in.</summary>
    public required Intake Intake { get; init; }

    /// <summary>The state of the marks as found.</summary>
    public required MarkingState Marking { get; init; }

    /// <summary>Whether erased or altered marks were made readable again so that they name exactly this arm.</summary>
    public required bool MarksRestored { get; init; }

    /// <summary>How the arm came to be what it is.</summary>
    public required ArmCondition Condition { get; init; }

    /// <summary>What this State's register says of the last legal record.</summary>
    public required RegistryRecord Record { get; init; }

    /// <summary>Whether the possessor is the holder of the last legal record.</summary>
    public required Truth PossessorIsHolder { get; init; }

    /// <summary>Whether that holder had a valid authorisation on the day of intake.</summary>
    public required Truth AuthorisationValid { get; init; }

    /// <summary>Whether a theft of the arm is on record. A loss is not a theft.</summary>
    public required bool TheftRecorded { get; init; }

    /// <summary>Whether an unlawful transfer of the arm is on record.</summary>
    public required bool UnlawfulTransferRecorded { get; init; }

    /// <summary>Where this State's own trace stands.</summary>
    public required RequestState Request { get; init; }

    /// <summary>Where the request sent on to another State stands; with several, the one that is least finished.</summary>
    public required RequestState OnwardRequest { get; init; }

    /// <summary>What another State answered.</summary>
    public required ForeignAnswer ForeignAnswer { get; init; }

    /// <summary>Whether the time in which the country of export may answer has not run out yet.</summary>
    public required bool AnswerClockRunning { get; init; }

    /// <summary>The point of diversion as established otherwise, or null when no authority has done so.</summary>
    public required OtherEstablishment? EstablishedOtherwise { get; init; }

    /// <summary>Whether the arm can be told apart by its marks; restored marks count (the table by marking keeps the state as found).</summary>
    [JsonIgnore]
    public bool IsUniquelyMarked =>
        Marking is MarkingState.UniquelyMarked
        || (MarksRestored && Marking is (MarkingState.Erased or MarkingState.Altered));
}
