using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Drafting;

/// <summary>
/// Write a request to another State that goes on with one that this registry has. What is left out is taken over from that one.
/// </summary>
/// <param name="TraceRequestId">The new request's id.</param>
/// <param name="ParentId">The request with which it goes on.</param>
/// <param name="PartnerId">The national point of contact to be asked.</param>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others.</param>
/// <param name="Grounds">What differs from the parent's grounds.</param>
/// <param name="Arm">The arm, where it is described otherwise than the item or the parent says.</param>
/// <param name="NeededUntil">The last day on which an answer is of use.</param>
public sealed record DraftOutboundTrace(
    Guid TraceRequestId,
    Guid ParentId,
    Guid PartnerId,
    TracePriority Priority,
    Note? UrgencyJustification,
    GivenGrounds? Grounds,
    AskedArm? Arm,
    DateOnly? NeededUntil)
{
    /// <summary>Decides what the draft says.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parent">The request with which it goes on.</param>
    /// <param name="parentGrounds">What that one says.</param>
    /// <param name="item">The item, where the tree began with one.</param>
    /// <param name="partner">The national point of contact.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(
        DraftOutboundTrace command, TraceRequest parent, TraceGrounds parentGrounds, SeizedItem? item, Partner partner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(partner);
        if (parent.State is TraceRequestState.Withdrawn)
            return TraceRequestErrors.Withdrawn;
        if (parent.Kind == TraceKind.Domestic && !parent.Searched)
            return TraceRequestErrors.NotSearched;
        if (parent.State == TraceRequestState.Draft)
            return TraceRequestErrors.ParentNotSent;
        if (partner.DeactivatedAt is not null)
            return PartnerErrors.Inactive("/partnerId");
        if (item is { DuplicateOf: { } counts })
            return TraceRequestErrors.Duplicate(counts);
        var grounds = With(GivenGrounds.Of(parentGrounds), command.Grounds);
        var arm = command.Arm ?? parent.Abroad?.Content.Arm ?? ArmOf(item!);
        if (CrossBorderContents.Decide(command.Priority, command.UrgencyJustification, grounds, arm, command.NeededUntil, now)
            .Refused(out var refusal, out var content))
        {
            return refusal;
        }

        return Result.Of<IReadOnlyList<object>>(
        [
            new OutboundTraceDrafted(command.PartnerId, partner.Country, command.ParentId, parent.Abroad?.RootId ?? parent.Id,
                parent.SeizedItemId == Guid.Empty ? null : parent.SeizedItemId, content),
            .. TraceClock.Expiry(command.NeededUntil),
        ]);
    }

    /// <summary>
    /// The arm as the item describes it, without who examined its marks: no other State needs that person's name, but how and when they were
    /// read, since that tells what they are worth. A mark that would identify no arm here is not told as certain, so that it identifies none there.
    /// </summary>
    public static AskedArm ArmOf(SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var entry = item.Item;
        return new AskedArm(entry.Arm?.Type ?? Indicators.Items.ArmType.Unknown, entry.Maker, entry.ManufactureCountry, entry.Model, entry.Calibre,
            entry.YearOfManufacture, [.. entry.Marks.Select(mark => Told(item, mark)), .. item.Restorations.Select(restored => Told(restored))], Known.Of(item.Circumstances.IntakeOn));
    }

    private static MarkAsRead Told(SeizedItem item, MarkAsRead mark) => mark with
    {
        How = mark.How is { } how && how with { Examiner = null } is var told && told != new MarkExamination() ? told : null,
        Certainty = mark.IsCertain && !ArmKeys.IsUndamaged(item, mark) ? ReadingCertainty.Probable : mark.Certainty,
    };

    private static MarkAsRead Told(SeizedItemMarksRestored restored) =>
        new(RestoredMarks.KindOf(restored), restored.RestoredText, RestoredMarks.Component, ReadingCertainty.Probable,
            restored.Serial, How: new MarkExamination(restored.Method, null, restored.RestoredOn, restored.Destructive));

    private static GivenGrounds With(GivenGrounds parent, GivenGrounds? given) => given is null ? parent : new GivenGrounds(
        given.IllicitGround ?? parent.IllicitGround, given.LegalJustification ?? parent.LegalJustification,
        given.Circumstances ?? parent.Circumstances, given.Description ?? parent.Description, given.IntendedUse ?? parent.IntendedUse,
        given.RequestingAuthority ?? parent.RequestingAuthority, given.CaseReference ?? parent.CaseReference);
}
