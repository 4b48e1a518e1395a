using FirearmsRegistry.Registry.Exchange.Disclosing;
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
/// <param name="DisclosureId">The id under which it is logged that the question leaves.</param>
/// <param name="Sources">The answers and requests of other States whose information it holds; null where it may hold that of all of them.</param>
/// <param name="Restriction">What the State that asks wants for what the question tells.</param>
public sealed record AskInformation(
    Guid TraceRequestId, Guid QuestionId, Note Question, Guid DisclosureId, IReadOnlyList<Guid>? Sources = null, HandlingRestriction? Restriction = null)
{
    /// <summary>Decides whether it can be asked now.</summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The request.</param>
    /// <param name="partner">The national point of contact.</param>
    /// <param name="lent">The information of further States that the question may hold, with what they agreed to.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(
        AskInformation command, TraceRequest request, Partner partner, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(lent);
        if (TraceActs.Refuse(request, TraceAct.AskInformation) is { } refusal)
            return refusal;
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        if (request.Kind == TraceKind.Outbound)
        {
            return Result.Of<IReadOnlyList<object>>(
                [new MoreInformationAsked(command.QuestionId, command.Question, command.Restriction), .. TraceClock.WaitStopped(request)]);
        }

        if (LentInformationReader.Unknown(command.Sources, lent) is { } unknown)
            return unknown;
        var used = lent.Only(command.Sources);
        var disclosure = new Disclosure(new DisclosureRecipient(RecipientKind.OtherState, partner.Authority, partner.Country), DisclosurePurpose.Tracing,
            [DataCategory.Circumstances], DisclosureForm.Other, request.Abroad!.PartnerReference);
        return DisclosureRule.Refuse(disclosure, used, now) is { } restricted
            ? restricted
            : Result.Of<IReadOnlyList<object>>(
            [
                new MoreInformationAsked(command.QuestionId, command.Question, LentOnward.Restriction(command.Restriction, used, disclosure.Purpose)),
                new TraceDataDisclosed(command.DisclosureId, disclosure, used.Sources),
                .. TraceClock.WaitStopped(request),
            ]);
    }
}

/// <summary>
/// Give the information that was asked for, which discloses it to the other State, or record that the other State gave it. The clock runs anew.
/// </summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="Information">What is told.</param>
/// <param name="Arm">The arm, where more is known of it now.</param>
/// <param name="DisclosureId">The id under which it is logged that the information leaves.</param>
/// <param name="Sources">The answers and requests of other States whose information it holds; null where it may hold that of all of them.</param>
/// <param name="Restriction">What the State that gives it asks for it.</param>
public sealed record GiveInformation(
    Guid TraceRequestId, Note Information, AskedArm? Arm, Guid DisclosureId, IReadOnlyList<Guid>? Sources = null, HandlingRestriction? Restriction = null)
{
    /// <summary>Decides what it means.</summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The request.</param>
    /// <param name="partner">The national point of contact.</param>
    /// <param name="lent">The information of other States that the tree holds, with what they agreed to.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(
        GiveInformation command, TraceRequest request, Partner partner, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(lent);
        if (TraceActs.Refuse(request, TraceAct.GiveInformation) is { } refusal)
            return refusal;
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        var (question, clock) = (request.Abroad!.OpenQuestion!.QuestionId, TraceClock.Of(partner, request.Priority).AfterInformation(request.Kind, now));
        if (request.Kind == TraceKind.Inbound)
            return Result.Of<IReadOnlyList<object>>([new MoreInformationGiven(question, command.Information, command.Arm, command.Restriction), .. clock]);
        if (LentInformationReader.Unknown(command.Sources, lent) is { } unknown)
            return unknown;
        var used = lent.Only(command.Sources);
        var disclosure = new Disclosure(new DisclosureRecipient(RecipientKind.OtherState, partner.Authority, partner.Country), DisclosurePurpose.Tracing,
            command.Arm is null ? [DataCategory.Circumstances] : [DataCategory.Arm, DataCategory.Circumstances], DisclosureForm.OnwardRequest);
        return DisclosureRule.Refuse(disclosure, used, now) is { } restricted
            ? restricted
            : Result.Of<IReadOnlyList<object>>(
            [
                new MoreInformationGiven(question, command.Information, command.Arm, LentOnward.Restriction(command.Restriction, used, disclosure.Purpose)),
                new TraceDataDisclosed(command.DisclosureId, disclosure, used.Sources),
                .. clock,
            ]);
    }
}
