using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;

namespace FirearmsRegistry.Registry.Vintages.Sending;

/// <summary>Which message of a vintage is wanted.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Intake">Whose arms; the series that is published is of those seized.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="TwoYear">Whether one year stands alone, or how two are brought together.</param>
/// <param name="Audience">For whom it is.</param>
internal sealed record MessageKind(
    SdmxFormat Format, FigureIntake Intake = FigureIntake.Seized, IndicatorVariant Variant = IndicatorVariant.PotentiallyTraceable,
    TwoYear TwoYear = TwoYear.None, FigureAudience Audience = FigureAudience.Public);

/// <summary>Makes the messages of a vintage: the same bytes whenever they are made.</summary>
internal sealed class VintageMessages(VintageSettings settings, FigureSettings figures)
{
    /// <summary>Writes a message of the figures of one intake and one formula.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="kind">Which message.</param>
    /// <param name="prepared">When the vintage was published, or drafted.</param>
    public byte[] Write(FrozenVintage vintage, MessageKind kind, DateTimeOffset prepared) => Write(
        settings.StructureOf(vintage.Content.StructureVersion), vintage, kind, prepared, kind.Audience == FigureAudience.Full ? null : Suppressed(vintage));

    /// <summary>Why the structure has no place for the figures of a kind; null where it has.</summary>
    public Refusal? CannotSay(FrozenVintage vintage, MessageKind kind) =>
        FigureObservations.CannotSay(settings.StructureOf(vintage.Content.StructureVersion), kind.Intake, kind.Variant) is { } finding
            ? VintageErrors.MessageWrong([finding])
            : null;

    /// <summary>
    /// Makes every message that can be asked of the vintage – each kind of figures, one year or two, both audiences, every format –, reads it back and
    /// holds it against the structure.
    /// </summary>
    public IReadOnlyList<SdmxFinding> Check(FrozenVintage vintage, DateTimeOffset prepared)
    {
        var (structure, suppressed) = (settings.StructureOf(vintage.Content.StructureVersion), Suppressed(vintage));
        var kinds = vintage.Content.Figures.Select(figure => (figure.Key.Intake, figure.Key.Variant)).Distinct().ToArray();
        SdmxFinding[] unsaid = [.. kinds.Select(kind => FigureObservations.CannotSay(structure, kind.Intake, kind.Variant)).OfType<SdmxFinding>()];
        return unsaid.Length > 0 ? unsaid :
        [
            .. from kind in kinds
               from format in Enum.GetValues<SdmxFormat>()
               from twoYear in Enum.GetValues<TwoYear>()
               from audience in Enum.GetValues<FigureAudience>()
               let message = new MessageKind(format, kind.Intake, kind.Variant, twoYear, audience)
               from finding in Check(structure, Write(structure, vintage, message, prepared, audience == FigureAudience.Full ? null : suppressed))
               select finding with { Place = $"{Codes.Of(format)}, {Codes.Of(kind.Intake)}, {Codes.Of(kind.Variant)}, {finding.Place}" },
        ];
    }

    /// <summary>Reads a message back and holds it against the structure.</summary>
    public IReadOnlyList<SdmxFinding> Check(FrozenVintage vintage, byte[] message) =>
        Check(settings.StructureOf(vintage.Content.StructureVersion), message);

    private static IReadOnlyList<SdmxFinding> Check(SdmxStructure structure, byte[] message)
    {
        var reading = SdmxReader.Read(System.Text.Encoding.UTF8.GetString(message), structure);
        return [.. reading.Findings.Concat(SdmxCheck.Of(structure, reading.Observations))];
    }

    private IReadOnlySet<VintageKey> Suppressed(FrozenVintage vintage) => SuppressedFigures.In(vintage.Content.Figures, figures.SmallBelow);

    private byte[] Write(
        SdmxStructure structure, FrozenVintage vintage, MessageKind kind, DateTimeOffset prepared, IReadOnlySet<VintageKey>? suppressed)
    {
        var rows = VintageRows.Of(vintage, kind.Intake, kind.Variant, kind.TwoYear, suppressed);
        using var bytes = new MemoryStream();
        SdmxWriter.Write(bytes, kind.Format, structure, FigureObservations.Of(structure, rows, VintageRows.PendingIn(vintage), VintageRows.SourceIn(vintage)),
            new SdmxEnvelope($"VC_ARM_SZTRACE-{vintage.Content.Label}", prepared, settings.Sender, Test: false));
        return bytes.ToArray();
    }
}
