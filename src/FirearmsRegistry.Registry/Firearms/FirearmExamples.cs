using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class FirearmExamples
{
    public static PartialDate Day { get; } = PartialDate.Parse("2020-03-02").GetOrThrow();

    public static Guid Party { get; } = Guid.Parse("01980a5e-0000-7000-8000-000000000001");

    public static MarkRequest Mark { get; } = new(
        MarkKind.Manufacture, MarkText.Parse("EXAMPLE ARMS SPAIN AB12345").GetOrThrow(), ComponentKind.Frame,
        ShortText.Parse("left side, above the trigger").GetOrThrow(), true, MarkMethod.Stamping, Known.Of(Millimetres.Of(2.0m).GetOrThrow()), Known.Of(Millimetres.Of(0.12m).GetOrThrow()), false,
        PartialDate.Parse("2020-03-01").GetOrThrow(), Serial: MarkText.Parse("AB12345").GetOrThrow(),
        Country: CountryCode.Parse("ESP").GetOrThrow(), Year: 2019, Maker: ShortText.Parse("EXAMPLE ARMS").GetOrThrow());

    public static RegisterFirearmEndpoint.RegisterFirearmRequest Register { get; } = new(
        FirearmOrigin.Manufactured,
        new FirearmDescription(ArmType.Pistol, Known.Of(ShortText.Parse("Example Arms").GetOrThrow()),
            Known.Of(CountryCode.Parse("ESP").GetOrThrow()), Known.Of(ShortText.Parse("E9").GetOrThrow()),
            Known.Of(ShortText.Parse("9 mm Luger").GetOrThrow()), Known.Of(2019), ArmCondition.IndustriallyManufactured, false),
        Known<Guid>.Unknown,
        PartialDate.Parse("2020-03-01").GetOrThrow(),
        Mark: Mark);

    public static Note Reason(string text) => Note.Parse(text).GetOrThrow();

    public static ShortText Reference(string text) => ShortText.Parse(text).GetOrThrow();
}
