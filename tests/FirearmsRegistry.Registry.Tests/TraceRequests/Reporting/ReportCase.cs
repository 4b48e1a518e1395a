using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.Reporting;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Reporting;

/// <summary>Reports made without a database.</summary>
internal static class ReportCase
{
    public static readonly Guid Report = Guid.Parse("8d1f0c52-6c3b-4b67-9d9d-6b2f4a6f7e10");

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 0, TimeSpan.Zero);

    public static ReportFacts Facts(
        string mark = "AB12345", IdentificationBasis basis = IdentificationBasis.ExactKey, ReadingCertainty certainty = ReadingCertainty.Certain,
        IReadOnlyList<object>? history = null)
    {
        var text = MarkText.Parse(mark).GetOrThrow();
        var item = Item();
        var entry = item.Item with { Marks = [new MarkAsRead(MarkKind.Manufacture, text, ComponentKind.Frame, certainty, text)] };
        var chain = ChainBuilder.Build(Register(history ?? [Registered(), Transfer(TransferKind.Sale, "2019-06-15")]), IntakeOn);
        return new ReportFacts(Guid.CreateVersion7(), TraceKind.Domestic, TracePriority.Routine,
            new TraceGrounds(IllicitGround.NationalLaw, Long(mark), Known.Of(Long("Found.\nTwice.")), null, Long("Proceedings."), Short("Police"), null),
            DueAt, TraceRequestState.Closed, entry, item.Circumstances, [], [], [], TraceRequestState.Answered,
            new TraceSearched(basis, 1, basis is IdentificationBasis.NothingFits ? null : Arm), null,
            new ReportedArm(Arm, 3, Registered().Description, [new CertifiedMark(MarkKind.Manufacture, ComponentKind.Frame, text)]),
            chain, ChainFindings.Of(chain, IntakeOn), [], null, TraceOutcome.TracedToHolder, null);
    }

    public static string Page(ReportFacts facts, ReportLanguage language = ReportLanguage.En, string? holder = "Ana Ejemplo",
        ReportAddressee? addressee = null) => ReportPage.Of(
        new ShownReport(facts, language, Now,
            new ReportIssue(Report, Guid.CreateVersion7(), "officer", Long("Proceedings."), addressee, false, new Uri($"https://registry.example/verify-report/{Report:N}")),
            new ReportReading("reader", Now),
            new Dictionary<Guid, ShownParty> { [Holder] = new(holder, PartyCategory.Private) }),
        CountryCode.Parse("ESP").GetOrThrow());
}
