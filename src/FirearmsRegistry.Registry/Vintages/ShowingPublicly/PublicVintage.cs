using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Vintages.Freezing;

namespace FirearmsRegistry.Registry.Vintages.ShowingPublicly;

/// <summary>A published vintage as everybody may see it: figures, and no line, item or case.</summary>
/// <param name="Label">The label by which it is cited.</param>
/// <param name="Country">The State that reports.</param>
/// <param name="Years">The years.</param>
/// <param name="State">Whether it is in force in any year (<c>published</c>) or later ones took its place (<c>superseded</c>).</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="SupersededBy">The label of the later one, where it took its place altogether.</param>
/// <param name="Digest">The SHA-256 of all that it says, items included, by which it cannot be changed afterwards.</param>
/// <param name="Signature">The signature over the same, as a compact JWS without its payload.</param>
/// <param name="SigningKey">The name of the key that signed.</param>
/// <param name="Figures">The figures; in the list those of the published series alone (seized, potentially traceable).</param>
public sealed record PublicVintage(
    VintageLabel Label,
    CountryCode Country,
    IReadOnlyList<int> Years,
    VintageState State,
    DateTimeOffset KnownAt,
    DateTimeOffset PublishedAt,
    VintageLabel? SupersededBy,
    string Digest,
    string Signature,
    string SigningKey,
    IReadOnlyList<PublicFigure> Figures);

/// <summary>A published figure. One that is suppressed has neither integers nor value (<c>OBS_STATUS</c> Q).</summary>
/// <param name="Year">The year of the first physical intake.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="FormulaId">The formula's stable name, with its number.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="Numerator">Arms whose point of diversion was identified; null where not reported or suppressed.</param>
/// <param name="Denominator">The arms of which it is a share; null where not reported or suppressed.</param>
/// <param name="LowDenominator">Whether so few arms stand below the line that the value jumps with each of them.</param>
/// <param name="Provisional">Whether traces were pending, so that a later vintage may say more.</param>
/// <param name="Percent">Percent with two decimals; absent without a value.</param>
/// <param name="State">Whether it is the figure in force of its year (<c>published</c>): of a year, an intake and a formula there is one, and no more.</param>
/// <param name="SupersededBy">The label of the vintage whose figure of that year took its place.</param>
/// <param name="Source">On what it rests: the register's cases, or the counts of a compilation.</param>
/// <param name="NumeratorNotReported">Whether lines 1.2 to 1.4 were left empty and are taken for zero; false where suppressed.</param>
public sealed record PublicFigure(
    int Year,
    FigureIntake Intake,
    IndicatorVariant Variant,
    string FormulaId,
    FigureStatus Status,
    long? Numerator,
    long? Denominator,
    bool LowDenominator,
    bool Provisional,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Percent = null,
    VintageState State = VintageState.Published,
    VintageLabel? SupersededBy = null,
    FigureSource? Source = null,
    bool NumeratorNotReported = false)
{
    internal bool IsOfPublishedSeries => Intake == FigureIntake.Seized && Variant == IndicatorVariant.PotentiallyTraceable;

    internal static PublicFigure Of(VintageFigure figure) => new(figure.Key.Year, figure.Key.Intake, figure.Key.Variant, figure.FormulaId,
        figure.Status, figure.Numerator, figure.Denominator, figure.Denominator is > 0 and < IndicatorFigure.LowDenominatorLimit,
        figure.Counts.Pending > 0, Figure.TwoDecimals(figure.Percent), Source: FigureSource.Of(figure.Source),
        NumeratorNotReported: figure.NumeratorNotReported);

    /// <summary>What is left of a figure that is not told: that there is one, and nothing by which it could be narrowed down.</summary>
    internal static PublicFigure Suppressed(VintageFigure figure) => new(
        figure.Key.Year, figure.Key.Intake, figure.Key.Variant, figure.FormulaId, FigureStatus.Suppressed, null, null, false, false,
        Source: FigureSource.Of(figure.Source));
}

/// <summary>For whom figures are.</summary>
public enum FigureAudience
{
    /// <summary>Everybody: without small counts, and without what would tell one.</summary>
    Public,

    /// <summary>The office itself: everything.</summary>
    Full,
}

/// <summary>The figures of a vintage for both audiences.</summary>
/// <param name="Full">All of them.</param>
/// <param name="Public">As everybody may see them.</param>
internal sealed record VintageFigures(IReadOnlyList<PublicFigure> Full, IReadOnlyList<PublicFigure> Public)
{
    public IReadOnlyList<PublicFigure> For(FigureAudience audience) => audience == FigureAudience.Full ? Full : Public;

    public static VintageFigures Of(FrozenVintage vintage, int smallBelow)
    {
        var suppressed = SuppressedFigures.In(vintage.Content.Figures, smallBelow);
        return new(
            [.. vintage.Content.Figures.Select(PublicFigure.Of)],
            [.. vintage.Content.Figures.Select(figure => suppressed.Contains(figure.Key) ? PublicFigure.Suppressed(figure) : PublicFigure.Of(figure))]);
    }
}

/// <summary>
/// The figures of vintages by their digests. What has one digest never says anything else, and strangers must not be able to have
/// all items of a vintage read for each look.
/// </summary>
internal sealed class PublicFigureCache(VintageContents contents, FigureSettings settings)
{
    private readonly ConcurrentDictionary<string, VintageFigures> _figures = new(StringComparer.Ordinal);

    public async Task<VintageFigures> OfAsync(Vintage vintage, CancellationToken token)
    {
        if (_figures.TryGetValue(vintage.ContentDigest, out var known))
            return known;
        var content = await contents.ReadAsync(vintage, token);
        return _figures.GetOrAdd(vintage.ContentDigest, VintageFigures.Of(content, settings.SmallBelow));
    }
}
