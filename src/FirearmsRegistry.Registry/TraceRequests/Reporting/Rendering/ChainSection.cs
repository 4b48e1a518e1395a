using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>The chain, its gaps, and what follows from them: point of diversion, time-to-crime, earlier losses, other arms.</summary>
internal static class ChainSection
{
    public static void Write(ReportWriter writer, ShownReport report)
    {
        writer.Heading("section.chain");
        if (report.Facts is not { Chain: { } chain, Findings: { } findings })
        {
            writer.Paragraph(writer.Word("chain.none"));
            return;
        }

        WriteHops(writer, chain);
        WriteGaps(writer, chain, findings);
        WriteDiversion(writer, chain, findings);
        WriteTimes(writer, findings);
        WriteLosses(writer, findings);
        WriteRelated(writer, chain, report.Facts.Related ?? []);
    }

    private static void WriteHops(ReportWriter writer, Chain chain) => writer.Table(
        ["chain.number", "date", "chain.what", "chain.from", "chain.to", "chain.basis"],
        chain.Hops.Select((hop, index) => (IReadOnlyList<Markup>)
        [
            writer.Number(index + 1),
            writer.Known(hop.OccurredOn, writer.Date),
            What(writer, hop),
            // A report or a recovery leaves the arm the same holder's.
            hop.From.TryGet(out var giver) && hop.To.TryGet(out var holder) && giver == holder ? default : writer.Party(hop.From),
            writer.Party(hop.To),
            (hop.LegalBasis is { } basis ? Markup.Free(basis.ToString()) : writer.Word("none")) + new Markup("<br>") + Markup.Id(hop.EventId),
        ]));

    private static Markup What(ReportWriter writer, ChainHop hop)
    {
        var what = writer.Code(hop.Kind);
        if (hop.OtherCountry is { } country)
            what = what + Markup.Words(" · ") + writer.Country(country);
        if (hop.AfterIntake)
            what = what + Note(writer, "chain.after_intake");
        return hop.CorrectedBy is null ? what : what + Note(writer, "chain.corrected");
    }

    private static Markup Note(ReportWriter writer, string key) => new Markup("<br><small>") + writer.Word(key) + new Markup("</small>");

    private static void WriteGaps(ReportWriter writer, Chain chain, ChainFindings findings)
    {
        writer.Heading("section.gaps");
        if (findings.Gaps.Count == 0)
        {
            writer.Paragraph(writer.Word("gaps.none"));
            return;
        }

        writer.List(findings.Gaps.Select(gap => Markup.Sentence(writer.Words.Of(gap.Kind),
            ("from", writer.Known(gap.From, writer.Date)), ("to", writer.Known(gap.To, writer.Date)))
            + Markup.Words(" ") + Between(writer, chain, gap)));
    }

    private static Markup Between(ReportWriter writer, Chain chain, ChainGap gap) => Markup.Words("(") + Markup.Sentence(writer.Words["gaps.between"],
        ("after", Station(writer, chain, gap.AfterEventId, "gaps.beginning")), ("before", Station(writer, chain, gap.BeforeEventId, "gaps.intake")))
        + Markup.Words(")");

    private static Markup Station(ReportWriter writer, Chain chain, Guid? record, string none)
    {
        var index = chain.Hops.Select(hop => (Guid?)hop.EventId).ToList().IndexOf(record);
        return record is null || index < 0 ? writer.Word(none) : writer.Number(index + 1);
    }

    private static void WriteDiversion(ReportWriter writer, Chain chain, ChainFindings findings)
    {
        var interval = findings.DiversionInterval;
        writer.Heading("section.diversion");
        writer.Facts(
            ("diversion.kind", writer.Code(chain.PointOfDiversion.Kind)),
            ("diversion.not_before", writer.Known(interval.NotBefore, writer.Date)),
            ("diversion.not_after", writer.Date(interval.NotAfter)),
            ("diversion.days", interval.LongestDays is { } days ? writer.Number(days) : writer.Word("unknown")),
            ("diversion.last_legal", chain.LastLegalRecord is { } last
                ? Station(writer, chain, last.EventId, "none") + Markup.Words(" · ") + writer.Code(last.Kind) + Markup.Words(" · ")
                    + writer.Known(last.OccurredOn, writer.Date)
                : writer.Word("none")));
    }

    private static void WriteTimes(ReportWriter writer, ChainFindings findings)
    {
        writer.Heading("section.time_to_crime");
        writer.Table(["time.base", "time.days", "time.from", "time.to"], findings.TimesToCrime.Select(time => (IReadOnlyList<Markup>)
        [
            writer.Code(time.Base),
            Days(writer, time),
            writer.Known(time.From, writer.Date),
            writer.Date(time.To),
        ]));
    }

    public static Markup Days(ReportWriter writer, TimeToCrime time) => time.Days is { } days
        ? writer.Number(days)
        : writer.Word("time.undefined") + (time.Undefined is { } why ? Markup.Words(" ") + writer.Code(why) : default);

    private static void WriteLosses(ReportWriter writer, ChainFindings findings)
    {
        writer.Heading("section.earlier_losses");
        if (findings.EarlierLosses.Count == 0)
        {
            writer.Paragraph(writer.Word("losses.none"));
            return;
        }

        writer.Table(["date", "chain.what", "losses.report", "losses.ended"], findings.EarlierLosses.Select(loss => (IReadOnlyList<Markup>)
        [
            writer.Known(loss.OccurredOn, writer.Date),
            writer.Code(loss.Kind),
            loss.Report is { } report ? Markup.Free(report.ToString()) : writer.Word("none"),
            writer.Word(loss.Recovered ? "losses.recovered" : "losses.unrecovered") + Markup.Words(" · ") + writer.Known(loss.EndedOn, writer.Date),
        ]));
    }

    private static void WriteRelated(ReportWriter writer, Chain chain, IReadOnlyList<Relating.RelatedArms> related)
    {
        writer.Heading("section.other_arms");
        if (related.Count == 0)
        {
            writer.Paragraph(writer.Word("related.none"));
            return;
        }

        writer.Table(["related.by", "related.station", "related.count", "related.ids"], related.Select(one => (IReadOnlyList<Markup>)
        [
            writer.Code(one.By),
            Station(writer, chain, one.EventId, "none"),
            writer.Number(one.Count),
            new Markup(string.Join(" · ", one.FirearmIds.Select(id => Markup.Id(id).Html))),
        ]));
    }
}
