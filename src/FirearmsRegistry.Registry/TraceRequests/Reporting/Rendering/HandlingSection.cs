using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>What other States ask of whoever has the information that they lent (International Tracing Instrument paras 14, 15).</summary>
internal static class HandlingSection
{
    public static void Write(ReportWriter writer, ShownReport report)
    {
        writer.Heading("section.handling");
        var restricted = (report.Facts.Lent ?? []).Where(datum => datum.Restriction is not null).ToList();
        if (restricted.Count == 0)
        {
            writer.Paragraph(writer.Word("handling.none"));
            return;
        }

        writer.Table(["handling.provider", "handling.purposes", "handling.third_parties", "handling.expires", "handling.inform"],
            restricted.Select(datum => Row(writer, datum, datum.Restriction!)));
    }

    private static IReadOnlyList<Markup> Row(ReportWriter writer, ReceivedDatum datum, HandlingRestriction restriction) =>
    [
        writer.Country(datum.Provider),
        (restriction.Purposes is { } purposes
            ? new Markup(string.Join("<br>", purposes.Select(purpose => writer.Code(purpose).Html)))
            : writer.Word("handling.any_purpose"))
            + (restriction.Text is { } text ? new Markup("<br>") + Markup.Free(text.ToString()) : default),
        writer.Code(restriction.ThirdParties),
        restriction.ExpiresAt is { } end ? writer.Moment(end) : writer.Word("none"),
        writer.Word(restriction.InformBeforeDisclosure ? "yes" : "no"),
    ];
}
