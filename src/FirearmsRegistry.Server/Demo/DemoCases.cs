using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Server.Demo;

/// <summary>The demo's seizures with their arms, parts and ammunition. What line an arm falls into is never said here.</summary>
internal static class DemoCases
{
    private const int SeizuresWithParts = 300;
    private const int SeizuresWithAmmunition = 900;

    public static Result<RecordedCase> CaseOf(PlannedSeizure seizure, PublishedCounts counts, DateTimeOffset now)
    {
        var id = DemoIds.Seizure(seizure.Index);
        var items = seizure.Arms.Select(arm => new RecordSeizedItem(id, DemoIds.Item(arm.Index), Entry(arm)))
            .Concat(Quantity(counts.Parts, SeizuresWithParts, seizure.Index) is > 0 and var parts
                ? [new RecordSeizedItem(id, DemoIds.Part(seizure.Index), Goods(ItemKind.Part, parts, ComponentKind.Barrel))]
                : [])
            .Concat(Quantity(counts.Ammunition, SeizuresWithAmmunition, seizure.Index) is > 0 and var rounds
                ? [new RecordSeizedItem(id, DemoIds.Ammunition(seizure.Index), Goods(ItemKind.Ammunition, rounds, null))]
                : []);
        return RecordedCase.Decide(new RecordSeizure(id, Circumstances(seizure)), [.. items], now);
    }

    /// <summary>This seizure's share of a total that is spread over the first so many seizures.</summary>
    private static int Quantity(int total, int over, int index) => index >= over ? 0 : (total / over) + (index < total % over ? 1 : 0);

    private static SeizureCircumstances Circumstances(PlannedSeizure seizure) => new(
        DemoWords.Day(seizure.Day), DemoWords.Place(seizure.Index), seizure.Profile.Location, DemoWords.Text("Invented police authority"),
        Known<ShortText>.None, Known<ShortText>.None, LegalBasis.Criminal, seizure.Profile.Justification,
        seizure.Profile.Offence is { } offence ? [offence] : [], SeizureRoute.Unknown, Known<TransportMeans>.Unknown, Known<Note>.Unknown,
        DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"DEMO-2020-{seizure.Index:D5}")));

    private static SeizedItemEntry Entry(PlannedArm arm) => new(
        ItemKind.Firearm, Intake.Seized, 1,
        Named(arm) ? Known.Of(DemoWords.Text(DemoWords.Maker(arm.Index))) : Known<ShortText>.Unknown,
        Named(arm) ? Known.Of(DemoWords.Spain) : Known<CountryCode>.Unknown,
        Known<ShortText>.Unknown, DemoWords.Calibre(arm.Type), Known<int>.Unknown, Marks(arm), [],
        arm.Story == ArmStory.HeldByPossessor ? Known.Of(DemoParties.HolderOf(arm)) : Known<Guid>.Unknown,
        new SeizedArm(arm.Type, arm.Condition, arm.Marking, false));

    private static bool Named(PlannedArm arm) => arm.Marking == MarkingState.UniquelyMarked;

    private static IReadOnlyList<MarkAsRead> Marks(PlannedArm arm) => Named(arm)
        ? [new MarkAsRead(MarkKind.Manufacture, DemoWords.WholeMark(arm.Index, DemoWords.YearMade(arm.Index)), ComponentKind.Frame,
            ReadingCertainty.Certain, DemoWords.Serial(arm.Index))]
        : [];

    private static SeizedItemEntry Goods(ItemKind kind, int quantity, ComponentKind? part) => new(
        kind, Intake.Seized, quantity, Known<ShortText>.Unknown, Known<CountryCode>.Unknown, Known<ShortText>.Unknown, Known<ShortText>.Unknown,
        Known<int>.Unknown, [], [], Known<Guid>.Unknown, Part: part);
}
