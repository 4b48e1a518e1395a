using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>The refusals of the area, each with the source of its rule.</summary>
internal static class TraceRequestErrors
{
    public const string IncompleteName = "trace-request-incomplete";

    public const string AlreadyOpenName = "trace-already-open";

    public const string Record = "trace request";

    public static Refusal NotAnArm { get; } = new("item-not-traceable", RefusalKind.RuleBroken,
        "Only a single arm is traced.", "The item is a quantity of parts or ammunition.");

    public static Refusal NotSearched { get; } = new("trace-not-searched", RefusalKind.Conflict,
        "The register has not been searched for this request yet.", "Repeat it when the request is no longer acknowledged only.");

    public static Refusal Identified { get; } = new("trace-identified", RefusalKind.Conflict,
        "The request leads to a registered arm already.", "Correct a wrong identification at the item, and have it traced anew.");

    public static Refusal Ended { get; } = new("trace-ended", RefusalKind.Conflict, "The trace request has ended.");

    public static Refusal Withdrawn { get; } = new("trace-withdrawn", RefusalKind.Conflict, "The trace request was withdrawn.");

    public static Refusal Incomplete(IReadOnlyList<InputError> errors) => new(IncompleteName, RefusalKind.RuleBroken,
        "A trace request lacks what the Instrument asks for.")
    {
        Errors = errors,
    };

    public static Refusal AlreadyOpen(Guid open) => new(AlreadyOpenName, RefusalKind.Conflict, "The item is being traced already.")
    {
        Extensions = new Dictionary<string, object?> { ["openTraceRequestId"] = open },
    };

    public static Refusal Duplicate(Guid counts) => new("item-is-duplicate", RefusalKind.Conflict,
        "The item reports an arm that another item reports already.", "Have the item traced that counts.")
    {
        Extensions = new Dictionary<string, object?> { ["countingItemId"] = counts },
    };

    public static Refusal RefusalUnexplained(IReadOnlyList<InputError> errors) => new("refusal-unexplained", RefusalKind.RuleBroken,
        "A State that refuses gives one of four reasons and explains it; other answers have none.")
    {
        Errors = errors,
    };
}
