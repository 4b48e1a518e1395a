using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>The arm: as it came in, its marks as read and as marked, and how it was identified.</summary>
internal static class ArmSection
{
    public static void Write(ReportWriter writer, ShownReport report)
    {
        WriteItem(writer, report.Facts);
        WriteMarks(writer, report.Facts);
        WriteIdentification(writer, report.Facts);
    }

    private static void WriteItem(ReportWriter writer, ReportFacts facts)
    {
        var item = facts.Item;
        writer.Heading("section.arm");
        writer.ShortFacts(
            ("arm.intake", writer.Code(item.Intake) + Markup.Words(" · ") + writer.Date(facts.Circumstances.IntakeOn)),
            ("arm.legal_basis", writer.Code(facts.Circumstances.LegalBasis) + Markup.Words(" · ") + writer.Code(facts.Circumstances.LegalJustification)),
            ("arm.location", writer.Code(facts.Circumstances.LocationKind)),
            ("arm.type", item.Arm is { } arm ? writer.Code(arm.Type) : null),
            ("arm.maker", writer.Known(item.Maker, maker => Markup.Free(maker.ToString()))),
            ("arm.country", writer.Known(item.ManufactureCountry, writer.Country)),
            ("arm.model", writer.Known(item.Model, model => Markup.Figure(model.ToString()))),
            ("arm.calibre", writer.Known(item.Calibre, calibre => Markup.Figure(calibre.ToString()))),
            ("arm.year", writer.Known(item.YearOfManufacture, year => Markup.Figure(year.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
            ("arm.condition", item.Arm is { } made ? writer.Code(made.Condition) : null),
            ("arm.marking", item.Arm is { } marked ? writer.Code(marked.Marking) : null),
            ("arm.possessor", writer.Party(item.Possessor)));
    }

    private static void WriteMarks(ReportWriter writer, ReportFacts facts)
    {
        writer.Heading("section.marks");
        if (facts.Item.Marks.Count == 0)
        {
            writer.Paragraph(writer.Word("marks.none_read"));
        }
        else
        {
            writer.Subheading("marks.read");
            writer.Table(["mark.kind", "mark.component", "mark.text", "mark.serial", "mark.certainty"], facts.Item.Marks.Select(mark => (IReadOnlyList<Markup>)
            [
                writer.Code(mark.Kind), writer.Code(mark.Component), Markup.Mark(mark.Text.ToString()),
                mark.Serial is { } serial ? Markup.Mark(serial.ToString()) : default, writer.Code(mark.Certainty),
            ]));
        }

        if (facts.Restorations.Count > 0)
        {
            writer.Subheading("marks.restored");
            writer.Table(["mark.text", "mark.serial", "mark.method", "mark.report", "date"], facts.Restorations.Select(restored => (IReadOnlyList<Markup>)
            [
                Markup.Mark(restored.RestoredText.ToString()), restored.Serial is { } serial ? Markup.Mark(serial.ToString()) : default,
                writer.Code(restored.Method), Markup.Free(restored.Report.ToString()), writer.Date(restored.RestoredOn),
            ]));
        }

        if (facts.Arm is { Marks.Count: > 0 } arm)
        {
            writer.Subheading("marks.registered");
            writer.Table(["mark.kind", "mark.component", "mark.text"], arm.Marks.Select(mark => (IReadOnlyList<Markup>)
                [writer.Code(mark.Kind), writer.Code(mark.Component), Markup.Mark(mark.Text.ToString())]));
        }
    }

    private static void WriteIdentification(ReportWriter writer, ReportFacts facts)
    {
        writer.Heading("section.identification");
        if (facts.Search is not { } search)
        {
            writer.Paragraph(writer.Word("identification.not_searched"));
            return;
        }

        writer.Facts(
            ("arm.item", Markup.Id(facts.SeizedItemId)),
            ("identification.basis", writer.Code(facts.Confirmation is null ? search.Basis : IdentificationBasis.ConfirmedByPerson)),
            ("identification.candidates", writer.Number(search.Candidates)),
            ("identification.firearm", facts.FirearmId is { } firearm ? Markup.Id(firearm) : writer.Word("none")),
            ("identification.how", facts.Identification is { } identified ? writer.Code(identified.How) : null));
        if (ReportLimits.IsLead(facts))
            writer.Paragraph(new Markup("<strong>") + writer.Word("limit.lead") + new Markup("</strong>"));
    }
}
