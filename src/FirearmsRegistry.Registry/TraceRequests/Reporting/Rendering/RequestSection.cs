using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>Who asked, and on which ground.</summary>
internal static class RequestSection
{
    public static void Write(ReportWriter writer, ShownReport report)
    {
        var (facts, grounds) = (report.Facts, report.Facts.Grounds);
        writer.Heading("section.request");
        writer.Facts(
            ("request.authority", Markup.Free(grounds.RequestingAuthority.ToString())),
            ("request.case", grounds.CaseReference is { } reference ? Markup.Free(reference.ToString()) : writer.Word("none")),
            ("request.kind", writer.Code(facts.Kind)),
            ("request.at", writer.Moment(facts.RequestedAt)),
            ("request.priority", writer.Code(facts.Priority)),
            ("request.ground", writer.Code(grounds.IllicitGround)),
            ("request.justification", Markup.Free(grounds.LegalJustification.ToString())),
            ("request.circumstances", writer.Known(grounds.Circumstances, note => Markup.Free(note.ToString()))),
            ("request.description", grounds.Description is { } description ? Markup.Free(description.ToString()) : null),
            ("request.use", Markup.Free(grounds.IntendedUse.ToString())),
            ("request.state", writer.Code(facts.EndedAs ?? facts.State)));
    }
}
