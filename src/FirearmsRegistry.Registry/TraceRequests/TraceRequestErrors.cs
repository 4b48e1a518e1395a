using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

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

    public static Refusal ConfirmedByContactPoint { get; } = new("not-allowed", RefusalKind.Forbidden, "This role may not do this.",
        $"It proposes an answer to another State (policy {AccessPolicy.ExchangeTraces.Name}).");

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

    public const string NotNowName = "trace-act-not-allowed";

    public const string AnswerIncompleteName = "trace-answer-incomplete";

    public const string KnownName = "inbound-request-known";

    /// <summary>What any act on a request to or from another State may be refused with.</summary>
    public static string[] OfActs => [NotNowName, Ended.Name, Withdrawn.Name];

    public static Refusal WrongKind(TraceKind kind, TraceKind needed) => new("trace-kind-differs", RefusalKind.Conflict,
        "Requests of this kind are not dealt with so.", $"The request is {Codes.Of(kind)}; this is for {Codes.Of(needed)} ones.");

    public static Refusal NotNow(TraceRequest request, TraceAct act, IReadOnlyList<TraceAct> allowed) => new(NotNowName, RefusalKind.Conflict,
        "The request's kind and state do not allow this.",
        $"A request that is {Codes.Of(request.Kind)} and {Codes.Of(request.State)} does not take the act {Codes.Of(act)}.")
    {
        Extensions = new Dictionary<string, object?>
        {
            ["kind"] = Codes.Of(request.Kind),
            ["state"] = Codes.Of(request.State),
            ["allowedActs"] = allowed.Select(Codes.Of).ToArray(),
        },
    };

    public static Refusal AnswerIncomplete(IReadOnlyList<InputError> errors) => new(AnswerIncompleteName, RefusalKind.RuleBroken,
        "An answer that delays, restricts or refuses gives one of four reasons and its text; other answers have none.")
    {
        Errors = errors,
    };

    public static Refusal Known(Guid known) => new(KnownName, RefusalKind.Conflict, "The other State's request was recorded before.")
    {
        Extensions = new Dictionary<string, object?> { ["traceRequestId"] = known },
    };

    public static Refusal ParentNotSent { get; } = new("parent-not-sent", RefusalKind.Conflict,
        "Nothing goes on with a request that nobody has yet.", "Send the parent first.");

    public static Refusal NotProposed { get; } = new("answer-not-proposed", RefusalKind.Conflict,
        "Only the answer that was proposed last is approved.", "Read the request again and approve the proposal that it shows.");
}
