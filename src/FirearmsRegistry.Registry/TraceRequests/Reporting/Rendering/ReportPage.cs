using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>A report as one HTML file that loads nothing from elsewhere and runs nothing.</summary>
internal static class ReportPage
{
    /// <summary>What the page may do; also in the page itself, for whoever prints or keeps it.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly IReadOnlyList<Action<ReportWriter, ShownReport>> Sections =
    [
        RequestSection.Write,
        ArmSection.Write,
        ChainSection.Write,
        OutcomeSection.Write,
        HandlingSection.Write,
        ReportLimits.Write,
    ];

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="country">Whose registry issued it.</param>
    public static string Of(ShownReport report, CountryCode country)
    {
        var words = ReportWords.In(report.Language);
        var writer = new ReportWriter(words, report.Parties);
        WriteHead(writer, report, country);
        foreach (var section in Sections)
            section(writer, report);
        return
            $"""
            <!DOCTYPE html>
            <html lang="{words.Code}" dir="{words.Direction}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentSecurityPolicy}">
            <title>{Markup.Words(words["title"]).Html}</title><style>{ReportStyle.Of(words, report.Issue?.Id)}</style></head>
            <body>{writer.Html}</body></html>
            """;
    }

    private static void WriteHead(ReportWriter writer, ShownReport report, CountryCode country)
    {
        writer.Add("<header><div>");
        writer.Add($"<h1>{writer.Word("title").Html}</h1>");
        writer.Paragraph(Markup.Sentence(writer.Words["registry"], ("country", writer.Country(country))));
        if (report.Issue is null)
            writer.Add($"<p class=\"warning\">{writer.Word("preview").Html}</p>");
        if (report.Issue is { Superseded: true })
            writer.Add($"<p class=\"warning\">{writer.Word("superseded").Html}</p>");
        writer.Facts(
            ("report.id", report.Issue is { } issue ? Markup.Figure(issue.Id.ToString("N")) : null),
            ("report.trace", report.Issue is { } of ? Markup.Id(of.TraceRequestId) : null),
            ("report.known_at", writer.Moment(report.AsKnownAt)),
            ("report.issued_by", report.Issue is { } by ? Markup.Free(by.By) : null),
            ("report.purpose", report.Issue is { } purpose ? Markup.Free(purpose.Purpose.ToString()) : null),
            ("report.addressee", report.Issue?.Addressee is { } addressee ? Addressee(writer, addressee) : null),
            ("report.printed", Markup.Free(report.Reader.By) + Markup.Words(" · ") + writer.Moment(report.Reader.At)));
        writer.Add("</div>");
        if (report.Issue is { } issued)
        {
            writer.Add($"<figure>{VerificationAddress.Qr(issued.Verification)}<figcaption>{writer.Word("report.verify").Html} "
                + $"{Markup.Figure(issued.Verification.AbsoluteUri).Html}</figcaption></figure>");
        }

        writer.Add("</header>");
        WriteSummary(writer, report.Facts);
    }

    private static Markup Addressee(ReportWriter writer, ReportAddressee addressee)
    {
        var recipient = Markup.Free(addressee.Recipient.Name.ToString());
        if (addressee.Recipient.Country is { } country)
            recipient = recipient + Markup.Words(" · ") + writer.Country(country);
        return recipient + Markup.Words(" · ") + writer.Code(addressee.Use);
    }

    private static void WriteSummary(ReportWriter writer, ReportFacts facts)
    {
        writer.Add($"<section class=\"summary\"><h2>{writer.Word("section.summary").Html}</h2>");
        writer.Facts(
            ("outcome.outcome", OutcomeSection.Outcome(writer, facts)),
            ("summary.last_legal", facts.Chain?.LastLegalRecord is { } last
                ? writer.Code(last.Kind) + Markup.Words(" · ") + writer.Known(last.OccurredOn, writer.Date)
                : writer.Word("none")),
            ("summary.holder", facts.Chain?.LastLegalRecord is { } legal ? writer.Party(legal.Holder) : null),
            ("section.diversion", facts.Chain is { } chain ? writer.Code(chain.PointOfDiversion.Kind) : writer.Word("unknown")),
            ("summary.time", facts.Findings is { TimesToCrime: [var first, ..] times }
                ? Time(writer, times.FirstOrDefault(time => time.Days is not null) ?? first)
                : writer.Word("unknown")));
        if (ReportLimits.IsLead(facts))
            writer.Paragraph(new Markup("<strong>") + writer.Word("limit.lead") + new Markup("</strong>"));
        writer.Add("</section>");
    }

    private static Markup Time(ReportWriter writer, TimeToCrime time) =>
        ChainSection.Days(writer, time) + Markup.Words(" · ") + writer.Code(time.Base);
}
