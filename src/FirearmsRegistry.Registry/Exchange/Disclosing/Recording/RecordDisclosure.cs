using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Disclosing.Recording;

/// <summary>Check whether information of a trace request may go to somebody, and log that it does.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="DisclosureId">The new entry's id.</param>
/// <param name="Disclosure">To whom, for what, what and how.</param>
/// <param name="Sources">The answers and requests of other States whose information it holds; null where it may hold that of all of them.</param>
public sealed record RecordDisclosure(Guid TraceRequestId, Guid DisclosureId, Disclosure Disclosure, IReadOnlyList<Guid>? Sources)
{
    /// <summary>Decides whether it may.</summary>
    /// <param name="command">The command.</param>
    /// <param name="lent">What other States lent to the tree to which the request belongs.</param>
    /// <param name="now">When.</param>
    public static Result<TraceDataDisclosed> Decide(RecordDisclosure command, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(lent);
        var disclosure = command.Disclosure;
        if (DisclosureRules.Recipient(disclosure.Recipient) is { } wrongRecipient)
            return wrongRecipient;
        if (DisclosureRules.Categories(disclosure.Categories) is { } nothing)
            return nothing;
        if (LentInformationReader.Unknown(command.Sources, lent) is { } unknown)
            return unknown;
        var used = lent.Only(command.Sources);
        if (DisclosureRule.Refuse(disclosure, used, now) is { } restricted)
            return restricted;
        return new TraceDataDisclosed(command.DisclosureId, disclosure, used.Sources);
    }
}

/// <summary>Carries out <see cref="RecordDisclosure"/>.</summary>
internal sealed class RecordDisclosureHandler(RegistryWriter writer, LentInformationReader lending)
{
    /// <summary>Logs the disclosure, or refuses it with the restriction that it would break.</summary>
    public async Task<Result<Written>> HandleAsync(RecordDisclosure command, CommandContext context, CancellationToken token)
    {
        if ((await writer.FetchAsync<TraceRequest>(TraceRequestErrors.Record, command.TraceRequestId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        var root = stream.Aggregate!.Abroad?.RootId ?? command.TraceRequestId;
        if (RecordDisclosure.Decide(command, await lending.ReadAsync(writer.Session, root, null, token), context.Now).Refused(out refusal, out var disclosed))
            return refusal;
        var version = (stream.StartingVersion ?? 0) + 1;
        stream.AppendOne(disclosed);
        return await writer.CommitAsync(
            new Written(false, CrossBorderChange.Location(command.TraceRequestId), command.TraceRequestId, version), context, token);
    }
}
