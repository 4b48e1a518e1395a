using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Clarifying;

/// <summary>
/// Ask the other State to tell more of an inbound request, or record that it asked this one to tell more of an outbound one (International
/// Tracing Instrument para. 20). Meanwhile nobody is waited for, and the clock rests.
/// </summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="QuestionId">The new question's id.</param>
/// <param name="Question">What is asked.</param>
public sealed record AskInformation(Guid TraceRequestId, Guid QuestionId, Note Question)
{
    /// <summary>Decides whether it can be asked now.</summary>
    public static Result<IReadOnlyList<object>> Decide(AskInformation command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TraceActs.Refuse(request, TraceAct.AskInformation) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new MoreInformationAsked(command.QuestionId, command.Question), .. TraceClock.WaitStopped(request)]);
    }
}

/// <summary>Give the information that was asked for, or record that the other State gave it. The clock runs anew.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="Information">What is told.</param>
/// <param name="Arm">The arm, where more is known of it now.</param>
public sealed record GiveInformation(Guid TraceRequestId, Note Information, AskedArm? Arm)
{
    /// <summary>Decides what it means.</summary>
    public static Result<IReadOnlyList<object>> Decide(GiveInformation command, TraceRequest request, Partner partner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        return TraceActs.Refuse(request, TraceAct.GiveInformation) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>(
            [
                new MoreInformationGiven(request.Abroad!.OpenQuestion!.QuestionId, command.Information, command.Arm),
                .. TraceClock.Of(partner, request.Priority).AfterInformation(request.Kind, now),
            ]);
    }
}
