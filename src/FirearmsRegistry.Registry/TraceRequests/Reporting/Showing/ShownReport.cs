using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

/// <summary>A report with what only the reader's look adds to it.</summary>
/// <param name="Facts">What it says.</param>
/// <param name="Language">In which language.</param>
/// <param name="AsKnownAt">As the register knew it then.</param>
/// <param name="Issue">How it was issued; null for a preview.</param>
/// <param name="Reader">Who prints it, and when.</param>
/// <param name="Parties">What the parties are called that the reader may see; null where he may see no names.</param>
internal sealed record ShownReport(
    ReportFacts Facts,
    ReportLanguage Language,
    DateTimeOffset AsKnownAt,
    ReportIssue? Issue,
    ReportReading Reader,
    IReadOnlyDictionary<Guid, ShownParty>? Parties);

/// <summary>How a report was issued.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TraceRequestId">The trace.</param>
/// <param name="By">The name of who issued it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Addressee">Whom it is for.</param>
/// <param name="Superseded">Whether a later one took its place.</param>
/// <param name="Verification">Where anybody verifies it.</param>
internal sealed record ReportIssue(Guid Id, Guid TraceRequestId, string By, Note Purpose, ReportAddressee? Addressee, bool Superseded, Uri Verification);

/// <summary>One look at a report.</summary>
/// <param name="By">The name of who looks.</param>
/// <param name="At">When.</param>
internal sealed record ReportReading(string By, DateTimeOffset At);

/// <summary>What a party is called.</summary>
/// <param name="Name">Its name; null after a lawful erasure.</param>
/// <param name="Category">In which role it has arms.</param>
internal sealed record ShownParty(string? Name, PartyCategory Category);
