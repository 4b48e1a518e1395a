using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Reminding;

/// <summary>Record that the other State was reminded, or that it reminded this one. A reminder by document is sent with it.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="Way">How.</param>
/// <param name="Reference">The letter or document.</param>
/// <param name="Text">What the other State wrote.</param>
public sealed record RecordReminder(Guid TraceRequestId, ExchangeWay Way, ShortText? Reference, Note? Text = null)
{
    /// <summary>Decides whether there is something to remind of.</summary>
    public static Result<IReadOnlyList<object>> Decide(RecordReminder command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TraceActs.Refuse(request, TraceAct.Remind) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new TraceReminded(command.Way, command.Reference, command.Text)]);
    }
}
