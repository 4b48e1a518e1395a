using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Freezing;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.Showing;

/// <summary>A vintage and what it says, without the items.</summary>
/// <param name="Id">The vintage's id.</param>
/// <param name="Version">Its version: the ETag of the resource.</param>
/// <param name="Label">Its label.</param>
/// <param name="Years">The years.</param>
/// <param name="State">Where it stands.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="StructureVersion">The version of the data structure in which it is sent.</param>
/// <param name="HighestSequence">The highest event sequence among its facts; null where there are none.</param>
/// <param name="Inputs">How many items it rests on.</param>
/// <param name="Digest">The SHA-256 of what it says: of what is published, or else of the draft.</param>
/// <param name="DraftedAt">When it was drafted.</param>
/// <param name="DraftedBy">By whom.</param>
/// <param name="ReviewedAt">When it was reviewed; null where it was not.</param>
/// <param name="ReviewedBy">By whom.</param>
/// <param name="Remark">What the reviewer looked at.</param>
/// <param name="PublishedAt">When it was published; null where it was not.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Signature">The signature over the content: a compact JWS, its payload left out.</param>
/// <param name="SigningKey">The name of the key that signed.</param>
/// <param name="Supersedes">The vintages whose place it took, in all of their years or in some.</param>
/// <param name="SupersededBy">The later vintage that took its place altogether.</param>
/// <param name="SupersededYears">The years in which a later vintage took its place.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="WithdrawalReason">Why.</param>
/// <param name="Figures">The frozen figures.</param>
/// <param name="Findings">The findings with which it was published; none before.</param>
/// <param name="DraftedByName">The name of who drafted it; the subject where the registry has no account of him, as in the two that follow.</param>
/// <param name="ReviewedByName">The name of who reviewed it.</param>
/// <param name="PublishedByName">The name of who published it.</param>
public sealed record VintageDetails(
    Guid Id,
    long Version,
    VintageLabel Label,
    IReadOnlyList<int> Years,
    VintageState State,
    DateTimeOffset KnownAt,
    string StructureVersion,
    long? HighestSequence,
    long Inputs,
    string Digest,
    DateTimeOffset DraftedAt,
    string? DraftedBy,
    DateTimeOffset? ReviewedAt,
    string? ReviewedBy,
    Note? Remark,
    DateTimeOffset? PublishedAt,
    string? PublishedBy,
    string? Signature,
    string? SigningKey,
    IReadOnlyList<Guid> Supersedes,
    Guid? SupersededBy,
    IReadOnlyList<SupersededYear> SupersededYears,
    DateTimeOffset? WithdrawnAt,
    Note? WithdrawalReason,
    IReadOnlyList<FrozenFigure> Figures,
    IReadOnlyList<AcceptedFinding> Findings,
    string? DraftedByName,
    string? ReviewedByName,
    string? PublishedByName)
{
    internal static VintageDetails Of(Vintage vintage, FrozenVintage says, RecorderNames names) => new(vintage.Id, vintage.Version, vintage.Label, vintage.Years,
        vintage.State, vintage.KnownAt, vintage.StructureVersion, vintage.HighestSequence, vintage.Inputs, vintage.ContentDigest, vintage.DraftedAt,
        vintage.DraftedBy, vintage.ReviewedAt, vintage.ReviewedBy, vintage.Remark, vintage.PublishedAt, vintage.PublishedBy, vintage.Signature,
        vintage.SigningKey, vintage.Supersedes, vintage.SupersededBy, vintage.SupersededYears, vintage.WithdrawnAt, vintage.WithdrawalReason,
        [.. says.Content.Figures.Select(FrozenFigure.Of)], says.Content.Findings, names.Of(vintage.DraftedBy),
        names.Of(vintage.ReviewedBy), names.Of(vintage.PublishedBy));
}

/// <summary>A frozen figure with what it rests on.</summary>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="FormulaId">The formula's stable name, with its number.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="Numerator">The numerator, in arms.</param>
/// <param name="Denominator">The denominator, in arms.</param>
/// <param name="LowDenominator">Whether so few arms stand below the line that the value jumps with each of them.</param>
/// <param name="Lines">The arms per outcome line, the sums 1 and 2, and the total; null is not reported and zero is zero.</param>
/// <param name="Undecided">Arms that counted but had no outcome line.</param>
/// <param name="EstablishedElsewhere">Arms of lines 2 and 3 whose origin an authority established: beside the numerator, never in it.</param>
/// <param name="Excluded">Arms left out of the inputs; null where the source does not tell.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero; absent without a value.</param>
/// <param name="Source">On what it rests.</param>
/// <param name="NumeratorNotReported">Whether lines 1.2 to 1.4 were left empty and are taken for zero.</param>
public sealed record FrozenFigure(
    int Year,
    FigureIntake Intake,
    IndicatorVariant Variant,
    string FormulaId,
    FigureStatus Status,
    long? Numerator,
    long? Denominator,
    bool LowDenominator,
    IReadOnlyDictionary<string, long?> Lines,
    long? Undecided,
    long? EstablishedElsewhere,
    Exclusions? Excluded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Percent = null,
    FigureSource? Source = null,
    bool NumeratorNotReported = false)
{
    internal static FrozenFigure Of(VintageFigure figure) => new(figure.Key.Year, figure.Key.Intake, figure.Key.Variant, figure.FormulaId,
        figure.Status, figure.Numerator, figure.Denominator, figure.Denominator is > 0 and < IndicatorFigure.LowDenominatorLimit,
        Figure.Lines(figure.Counts), figure.Undecided, figure.EstablishedElsewhere, figure.Excluded, Figure.TwoDecimals(figure.Percent),
        FigureSource.Of(figure.Source), figure.NumeratorNotReported);
}

/// <summary>Answers writes with the vintage as it stands.</summary>
internal sealed class VintageAnswer(RegistryWriter writer, IQuerySession session, VintageContents contents, Recorders recorders) : IResourceAnswer<VintageDetails>
{
    public async Task<VintageDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        (writer.Stored<Vintage>(vintage => vintage.Id == id) ?? await session.LoadAsync<Vintage>(id, token)) is { } vintage
            ? VintageDetails.Of(vintage, await contents.ReadAsync(vintage, token),
                await recorders.OfAsync([vintage.DraftedBy, vintage.ReviewedBy, vintage.PublishedBy], token))
            : null;
}
