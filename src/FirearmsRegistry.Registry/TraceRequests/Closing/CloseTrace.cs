using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Closing;

/// <summary>End a request to or from another State; what comes afterwards is refused.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="Remark">A remark.</param>
public sealed record CloseTrace(Guid TraceRequestId, Note? Remark)
{
    /// <summary>Decides whether it can end now.</summary>
    public static Result<IReadOnlyList<object>> Decide(CloseTrace command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TraceActs.Refuse(request, TraceAct.Close) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new CrossBorderTraceClosed(command.Remark)]);
    }
}
