using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>What other States answered, what authorities established, and what the trace came to.</summary>
internal static class OutcomeSection
{
    public static void Write(ReportWriter writer, ShownReport report)
    {
        WriteAnswers(writer, report.Facts);
        writer.Heading("section.outcome");
        writer.Facts(
            ("outcome.outcome", Outcome(writer, report.Facts)),
            ("outcome.line", report.Facts.Line is { } line
                ? Markup.Figure(line.Code()) + Markup.Words(" · ") + writer.Code(line)
                : writer.Word("none")));
    }

    public static Markup Outcome(ReportWriter writer, ReportFacts facts) =>
        facts.Outcome is { } outcome ? writer.Code(outcome) : writer.Word("outcome.open");

    private static void WriteAnswers(ReportWriter writer, ReportFacts facts)
    {
        writer.Heading("section.answers");
        if (facts.Onward is { } onward)
        {
            writer.Paragraph(Markup.Sentence(writer.Words["answers.awaited"],
                ("country", writer.Country(onward.Country)), ("due", writer.Moment(onward.DueAt))));
        }

        if (facts.Answers.Count > 0)
        {
            writer.Table(["answers.country", "answers.answer", "answers.source", "date"], facts.Answers.Select(answer => (IReadOnlyList<Markup>)
            [
                writer.Country(answer.Country),
                writer.Code(answer.Answer)
                    + (answer.NextCountry is { } next ? Markup.Words(" · ") + writer.Country(next) : default)
                    + (answer.Reason is { } reason ? new Markup("<br>") + writer.Code(reason) : default)
                    + (answer.Explanation is { } explanation ? new Markup("<br>") + Markup.Free(explanation.ToString()) : default),
                Markup.Free(answer.Source.ToString()) + new Markup("<br>") + Markup.Free(answer.Reference.ToString()),
                writer.Date(answer.AnsweredOn),
            ]));
        }
        else if (facts.Onward is null)
        {
            writer.Paragraph(writer.Word("answers.none"));
        }

        if (facts.Establishments.Count == 0)
            return;
        writer.Subheading("establishments");
        writer.Table(["establishments.source", "establishments.authority", "date"], facts.Establishments.Select(established => (IReadOnlyList<Markup>)
            [Markup.Free(established.Source.ToString()), Markup.Free(established.Authority.ToString()), writer.Date(established.EstablishedOn)]));
    }
}
