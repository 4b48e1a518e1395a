using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Vintages;
using FirearmsRegistry.Registry.Vintages.Publishing;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Vintages;

/// <summary>Vintages at every step, and what they say.</summary>
internal static class VintageCase
{
    public const string Drafter = "first";

    public const string Reviewer = "second";

    public static Guid Id { get; } = new("0198c0de-0000-7000-8000-000000000001");

    public static DateTimeOffset Now { get; } = new(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static VintageLabel Label { get; } = VintageLabel.Parse("ESP-2020-1").GetOrThrow();

    public static Note Words { get; } = Note.Parse("As the source says.").GetOrThrow();

    public static ReferenceMetadata Metadata { get; } = ReferenceMetadata.Read(
        ReferenceMetadata.BuiltIn(CountryCode.Parse("ESP").GetOrThrow())!, SdmxStructures.BuiltIn.Find("1.22")!).Metadata!;

    public static FrozenVintage Says(params int[] years) => Frozen(years.Length == 0 ? [2020] : years, 3);

    public static FrozenVintage Frozen(int[] years, int origins) => FrozenVintage.Freeze(new VintageContent(Label.ToString(),
        CountryCode.Parse("ESP").GetOrThrow(), Now, "1.22", 7, [.. years.Select(year => Figure(year, origins))], [], [])).GetOrThrow();

    public static VintageFigure Figure(int year, int origins) => VintageFigure.Of(year, FigureIntake.Seized,
        IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, OutcomeCounts.FromLines(
            [.. Enumerable.Repeat(OutcomeLine.IllegitimateOwner, origins), OutcomeLine.NotIdentified])), Exclusions.None);

    public static Vintage At(VintageState state, Guid? id = null, DateTimeOffset? knownAt = null, params int[] years)
    {
        var of = years.Length == 0 ? [2020] : years;
        var vintage = new Vintage { Id = id ?? Id };
        vintage.Apply(Happened(new VintageDrafted(Label, of, knownAt ?? Now, "1.22", 7, 4, Says(of).Digest), Drafter));
        if (state is VintageState.Withdrawn)
            vintage.Apply(Happened(new VintageWithdrawn(Words), Drafter));
        if (state is VintageState.Reviewed or VintageState.Published or VintageState.Superseded)
            vintage.Apply(Happened(new VintageReviewed(Words), Reviewer));
        if (state is VintageState.Published or VintageState.Superseded)
            vintage.Apply(Happened(new VintagePublished(Says(of).Digest, "header..signature", "key", 0, []), Drafter));
        if (state is VintageState.Superseded)
            vintage.Apply(new VintageSuperseded(Id));
        return vintage;
    }

    public static YearFinding Finding(int year, string where) =>
        new(year, new CheckFinding(CheckKind.DetailAgainstTotal, where, "Line 1 says 5; its lines add up to 4.", "Look again.", [], 5, 4));

    public static FindingReason Reason(int year, string finding) => new(year, Note.Parse(finding).GetOrThrow(), Words);

    private static Event<T> Happened<T>(T data, string by)
        where T : notnull => new(data) { Timestamp = Now, UserName = by };
}
