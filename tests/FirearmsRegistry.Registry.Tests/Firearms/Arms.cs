using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Firearms;

/// <summary>Firearms as their events make them.</summary>
internal static class Arms
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static readonly MarkPolicy Policy = MarkPolicy.DefaultOf(Country("ESP"));

    public static readonly Guid Mark = Guid.CreateVersion7(Now);

    public static readonly Guid Dealer = Guid.CreateVersion7(Now);

    public static readonly Guid Buyer = Guid.CreateVersion7(Now);

    public static FirearmDescription Description { get; } = new(
        ArmType.Pistol, Known.Of(Text("Example Arms")), Known.Of(Country("ESP")), Known.Of(Text("E9")), Known.Of(Text("9 mm Luger")),
        Known.Of(2019), ArmCondition.IndustriallyManufactured, false);

    public static PhysicalMark MakersMark { get; } = new(
        MarkKind.Manufacture, MarkText.Parse("EXAMPLE ARMS SPAIN AB1").GetOrThrow(), MarkText.Parse("AB1").GetOrThrow(), ComponentKind.Frame,
        Text("left side"), true, MarkMethod.Stamping, Size(2m), Size(0.12m), Country("ESP"), 2019, Text("EXAMPLE ARMS"));

    public static PhysicalMark StateMark(MarkKind kind) =>
        MakersMark with { Kind = kind, Text = MarkText.Parse("ES 26").GetOrThrow(), Serial = null, Maker = null };

    public static Known<Millimetres> Size(decimal mm) => Known.Of(Millimetres.Of(mm).GetOrThrow());

    public static CountryCode Country(string code) => CountryCode.Parse(code).GetOrThrow();

    public static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    public static Note Reason(string text) => Note.Parse(text).GetOrThrow();

    public static PartialDate On(string date) => PartialDate.Parse(date).GetOrThrow();

    public static FirearmRegistered Registered(FirearmOrigin origin = FirearmOrigin.Manufactured, Known<Guid>? holder = null) =>
        new(origin, Description, holder ?? Known.Of(Dealer), On("2020-03-01"));

    public static MarkApplied Applied(PhysicalMark? mark = null, Guid? id = null) => new(id ?? Mark, mark ?? MakersMark, On("2020-03-01"), []);

    public static MarkVerified Verified(Guid? id = null) => new(id ?? Mark, MakersMark.Text, On("2020-03-02"));

    /// <summary>An arm made here, with its mark verified: free to go.</summary>
    public static object[] Marked { get; } = [Registered(), Applied(), Verified()];

    public static TransferEntry Entry(TransferKind kind, Guid? from = null, Guid? to = null, string? country = null, string on = "2021-01-01") => new(
        kind, Known.Of(from ?? Dealer), Known.Of(to ?? Buyer), Text("Licence 1"), country is null ? null : Country(country), On(on));

    public static FirearmTransferred Transferred(TransferEntry entry, Guid? id = null) => new(
        id ?? Guid.CreateVersion7(Now), entry.Kind, entry.From, entry.To, entry.LegalBasis, entry.OtherCountry, entry.OccurredOn);

    public static FirearmReportedLost Lost(LossKind kind) =>
        new(Guid.CreateVersion7(Now), kind, Known.Of(On("2021-06-01")), On("2021-06-02"), Text("Police 7"));

    public static Firearm Given(params IEnumerable<object> events)
    {
        var firearm = new Firearm();
        foreach (var happened in events)
            firearm.Apply((dynamic)happened);
        return firearm;
    }

    public static FirearmDetails Shown(params IEnumerable<object> events)
    {
        var details = new FirearmDetails();
        foreach (var happened in events)
        {
            if (happened is FirearmRegistered registered)
                details.Apply(new JasperFx.Events.Event<FirearmRegistered>(registered));
            else
                details.Apply((dynamic)happened);
        }

        return details;
    }
}
