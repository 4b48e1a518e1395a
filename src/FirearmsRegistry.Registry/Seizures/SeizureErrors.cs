using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>The refusals of the area, each with the source of its rule.</summary>
internal static class SeizureErrors
{
    public const string AlreadyRecorded = "already-recorded";
    public const string InvalidItem = "invalid-item";
    public const string InvalidSeizure = "invalid-seizure";
    public const string InFuture = "date-in-future";
    public const string NothingChanged = "nothing-changed";
    public const string NotErased = "no-marks-to-restore";
    public const string NotAnArm = "not-a-firearm";
    public const string BadDuplicate = "not-a-duplicate";
    public const string UnknownReference = "unknown-reference";
    public const string AskedToBeTraced = "item-asked-to-be-traced";

    public static Refusal NothingToChange { get; } = new(NothingChanged, RefusalKind.Conflict, "The record already says this.");

    public static Refusal NoMarksToRestore { get; } = new(NotErased, RefusalKind.Conflict,
        "Only marks recorded as erased or altered can be restored.", "Correct the state of the marks first if it was recorded wrongly.");

    public static Refusal FirearmsOnly { get; } = new(NotAnArm, RefusalKind.Conflict, "This is about firearms; the item is a quantity.");

    public static Refusal TracedAsArm { get; } = new(AskedToBeTraced, RefusalKind.Conflict,
        "The item was asked to be traced as a firearm, and its trace needs one.",
        "Correct its description as a firearm, and record the part or ammunition as another item.");

    public static Refusal Item(IReadOnlyList<InputError> errors) =>
        new(InvalidItem, RefusalKind.RuleBroken, "The item contradicts itself or a rule.") { Errors = errors };

    public static Refusal Seizure(IReadOnlyList<InputError> errors) =>
        new(InvalidSeizure, RefusalKind.RuleBroken, "The circumstances contradict themselves or a rule.") { Errors = errors };

    public static Refusal DateInFuture(string pointer, PartialDate date) =>
        new(InFuture, RefusalKind.RuleBroken, "What has happened cannot lie in the future.")
        {
            Errors = [new InputError(pointer, date.ToString(), "Must not be later than today.")],
        };

    public static Refusal Duplicate(string detail) => new(BadDuplicate, RefusalKind.Conflict, "These items cannot be linked so.", detail);

    public static Refusal Unknown(IReadOnlyList<InputError> errors) =>
        new(UnknownReference, RefusalKind.RuleBroken, "The input names a record that does not exist.") { Errors = errors };

    public static Refusal SameArm(IReadOnlyList<SameArm> others) => new(AlreadyRecorded, RefusalKind.Conflict,
        "An arm counts once, and an item that seems to be this arm is on record.",
        "If it is the same arm, link it with duplicateOf. If it is another arm, or the same arm taken in anew after it was given back, repeat with confirmedDistinct saying why.")
    {
        Extensions = new Dictionary<string, object?> { ["items"] = others },
    };
}
