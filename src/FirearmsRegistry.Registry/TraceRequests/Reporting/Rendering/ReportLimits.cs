using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>What a report does not say, and must not be taken to say.</summary>
internal static class ReportLimits
{
    /// <summary>Whether one registered arm fits by marks that are worn, restored or similar, and nobody confirmed it: a lead, and no identification.</summary>
    public static bool IsLead(ReportFacts facts) =>
        facts is { Confirmation: null, Search.Basis: IdentificationBasis.DamagedMark or IdentificationBasis.FoldedKey };

    public static void Write(ReportWriter writer, ShownReport report)
    {
        writer.Heading("section.limits");
        writer.List(Keys(report).Select(writer.Word));
    }

    private static IEnumerable<string> Keys(ShownReport report)
    {
        var facts = report.Facts;
        if (IsLead(facts))
            yield return "limit.lead";
        else if (facts is { Search: not null, FirearmId: null })
            yield return "limit.not_identified";
        if (facts.Findings is { Gaps.Count: > 0 })
            yield return "limit.gaps";
        yield return "limit.register";
        yield return "limit.intake_date";
        yield return "limit.sample";
        if (report.Parties is null)
            yield return "limit.names";
        yield return "limit.use";
    }
}
