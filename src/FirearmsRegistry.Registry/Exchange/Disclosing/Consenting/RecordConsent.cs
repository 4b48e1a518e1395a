using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;

namespace FirearmsRegistry.Registry.Exchange.Disclosing.Consenting;

/// <summary>Record that a provider agreed that somebody receives its information.</summary>
/// <param name="ConsentId">The new consent's id.</param>
/// <param name="SourceId">The answer or request whose information it concerns.</param>
/// <param name="Recipient">Who may have it.</param>
/// <param name="Purposes">For what; null where the consent names none.</param>
/// <param name="ValidTo">Until when.</param>
/// <param name="Reference">The letter with the consent.</param>
public sealed record RecordConsent(
    Guid ConsentId, Guid SourceId, DisclosureRecipient Recipient, IReadOnlyList<DisclosurePurpose>? Purposes, DateTimeOffset? ValidTo,
    ShortText Reference)
{
    /// <summary>Decides whether there is something that it concerns.</summary>
    public static Result<object> Decide(RecordConsent command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return LentHere.Refuse(request, command.SourceId, command.Recipient) is { } refusal
            ? refusal
            : Result.Of<object>(new DisclosureConsentRecorded(command.ConsentId, command.SourceId, command.Recipient, command.Purposes,
                command.ValidTo, command.Reference));
    }
}

/// <summary>Record that a provider was told, before others have its information.</summary>
/// <param name="InformationId">The new entry's id.</param>
/// <param name="SourceId">The answer or request whose information it concerns.</param>
/// <param name="Recipient">Who is to have it.</param>
/// <param name="Reference">The letter with which it was told.</param>
public sealed record RecordProviderInformed(Guid InformationId, Guid SourceId, DisclosureRecipient Recipient, ShortText Reference)
{
    /// <summary>Decides whether there is something that it concerns.</summary>
    public static Result<object> Decide(RecordProviderInformed command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return LentHere.Refuse(request, command.SourceId, command.Recipient) is { } refusal
            ? refusal
            : Result.Of<object>(new ProviderInformed(command.InformationId, command.SourceId, command.Recipient, command.Reference));
    }
}

/// <summary>Whether information came with a request; what its provider says of it is kept there.</summary>
internal static class LentHere
{
    public static Refusal? Refuse(TraceRequest request, Guid source, DisclosureRecipient recipient) =>
        request.Abroad?.Received.Exists(datum => datum.SourceId == source) != true
            ? DisclosureErrors.UnknownSource("/sourceId", source)
            : DisclosureRules.Recipient(recipient);
}
