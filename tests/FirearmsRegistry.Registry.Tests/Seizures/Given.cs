using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Seizures;

/// <summary>Starting points of the area's tests, and its folds.</summary>
internal static class Given
{
    public static DateTimeOffset Now { get; } = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Guid SeizureId { get; } = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8001");

    public static Guid ItemId { get; } = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8002");

    public static Note Reason => SeizureExamples.Reason;

    public static SeizureCircumstances Circumstances => SeizureExamples.Circumstances;

    public static SeizedItemEntry Firearm { get; } = SeizureExamples.Item;

    public static PartialDate Day(string day) => PartialDate.Parse(day).GetOrThrow();

    public static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    public static SeizedItemEntry Marked(
        MarkingState marking, ArmCondition condition = ArmCondition.IndustriallyManufactured, Intake intake = Intake.Seized) =>
        Firearm with { Intake = intake, Marks = [], Arm = Firearm.Arm! with { Marking = marking, Condition = condition } };

    public static SeizedItemEntry Quantity(ItemKind kind, int quantity) => Firearm with
    {
        Kind = kind,
        Quantity = quantity,
        Arm = null,
        Marks = [],
        Part = kind == ItemKind.Part ? Marks.Components.ComponentKind.Barrel : null,
    };

    public static RecordSeizedItem Command(SeizedItemEntry item) => new(SeizureId, ItemId, item);

    public static IReadOnlyList<object> Recorded(SeizedItemEntry item) =>
        RecordSeizedItem.Decide(Command(item), Circumstances, [], Now).Value;

    public static SeizedItem Fold(IEnumerable<object> events)
    {
        var item = new SeizedItem { Id = ItemId };
        foreach (var happened in events)
            item.Apply((dynamic)happened);
        return item;
    }

    public static SeizedItem Item(SeizedItemEntry item, params object[] then) => Fold([.. Recorded(item), .. then]);

    public static OutcomeLine? Line(Result<IReadOnlyList<object>> decided) =>
        decided.Value.OfType<SeizedItemOutcomeDecided>().SingleOrDefault()?.Line;
}
