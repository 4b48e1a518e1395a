namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>Which records a report shows, for the access log.</summary>
internal static class ReportLooks
{
    public static IEnumerable<Guid> At(ReportFacts facts) =>
        new[] { facts.Arm?.FirearmId }.OfType<Guid>().Concat((facts.Related ?? []).SelectMany(related => related.FirearmIds))
            .Concat(facts.Parties()).Distinct();
}
