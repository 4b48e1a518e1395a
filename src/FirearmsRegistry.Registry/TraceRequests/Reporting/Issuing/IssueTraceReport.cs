using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Issuing;

/// <summary>Issue a report of a trace as it stands.</summary>
/// <param name="TraceRequestId">The trace.</param>
/// <param name="Language">The language of the report.</param>
/// <param name="Purpose">What it is issued for.</param>
/// <param name="Reason">Why the records that it tells of are looked up.</param>
/// <param name="Addressee">Whom it is for.</param>
public sealed record IssueTraceReport(
    Guid TraceRequestId, ReportLanguage Language, Note Purpose, QueryReason Reason, ReportAddressee? Addressee = null)
{
    /// <summary>
    /// Decides: a trace is reported once the register was searched for it, and only to whom what other States lent to it may be told
    /// (International Tracing Instrument paras 14, 15).
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="facts">What is to be said.</param>
    /// <param name="traceVersion">The version of the trace's record.</param>
    /// <param name="lent">What other States lent to the trace, with what they agreed to and were told.</param>
    /// <param name="now">When.</param>
    public static Result<TraceReportIssued> Decide(
        IssueTraceReport command, ReportFacts facts, long traceVersion, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(lent);
        if (facts.Search is null)
            return TraceRequestErrors.NotSearched;
        if (command.Addressee is { } addressee && DisclosureRules.Recipient(addressee.Recipient) is not null)
            return TraceReportErrors.WrongRecipient(addressee.Recipient);
        if (ReportDisclosure.Refuse(command.Addressee, lent, now) is { } restricted)
            return restricted;
        return command.Addressee is null && lent.Data.Any(datum => datum.Restriction is not null)
            ? TraceReportErrors.WithoutAddressee
            : new TraceReportIssued(command.TraceRequestId, traceVersion, command.Language, command.Purpose, facts, command.Addressee);
    }
}

/// <summary>Carries out <see cref="IssueTraceReport"/>.</summary>
internal sealed class IssueTraceReportHandler(RegistryWriter writer, ReportReader reader)
{
    /// <summary>Issues the report; those of the same trace that are in force are superseded by it.</summary>
    public async Task<Result<Written>> HandleAsync(IssueTraceReport command, CommandContext context, CancellationToken token)
    {
        // Two that are issued at once do not see each other: the second waits, and supersedes the first.
        await AdvisoryLocks.TakeAsync(writer.Session, [$"reports of {command.TraceRequestId}"], token);
        if ((await reader.ReadAsync(writer.Session, command.TraceRequestId, token)).Refused(out var refusal, out var read))
            return refusal;
        if (IssueTraceReport.Decide(command, read.Facts, read.Version, read.Lent, context.Now).Refused(out refusal, out var issued))
            return refusal;
        var id = PublicVerification.NewId();
        foreach (var earlier in await writer.Session.Query<TraceReport>()
            .Where(one => one.TraceRequestId == command.TraceRequestId && one.SupersededBy == null).Select(one => one.Id).ToListAsync(token))
        {
            (await writer.Session.Events.FetchForWriting<TraceReport>(earlier, token)).AppendOne(new TraceReportSuperseded(id));
        }

        if (issued.Addressee is { } addressee)
        {
            (await writer.Session.Events.FetchForWriting<TraceRequest>(command.TraceRequestId, token)).AppendOne(new TraceDataDisclosed(
                Guid.CreateVersion7(context.Now), ReportDisclosure.Of(addressee, ShortText.Parse(id.ToString("N")).GetOrThrow()), read.Lent.Sources));
        }

        new AccessLogEntry(context.Actor, command.Reason, "issue_trace_report",
            new Dictionary<string, object?> { ["traceRequestId"] = command.TraceRequestId, ["reportId"] = id },
            [.. ReportLooks.At(read.Facts)], context.Now).Queue(writer.Session);
        return await writer.CreateAsync<TraceReport>(id, TraceReportPaths.Of(command.TraceRequestId, id), [issued], context, token);
    }
}
