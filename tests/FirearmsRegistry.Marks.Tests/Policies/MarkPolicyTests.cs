using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Tests.Policies;

public sealed class MarkPolicyTests
{
    private static readonly CountryCode Ghana = CountryCode.Parse("GHA").GetOrThrow();
    private static readonly CountryCode Italy = CountryCode.Parse("ITA").GetOrThrow();
    private static readonly MarkPolicy Policy = MarkPolicy.DefaultOf(Ghana);

    private static readonly CarriedMark Makers = new(
        MarkKind.Manufacture, ComponentKind.Frame, new MarkContent(Maker: "Beretta", Country: Italy, Serial: MarkText.Parse("A123").GetOrThrow()));

    private static readonly CarriedMark National = new(
        MarkKind.NationalNumber, ComponentKind.Receiver, new MarkContent(NationalNumber: NationalNumber.Parse("GH26A0000001TG").GetOrThrow()));

    private static readonly CarriedMark Import = new(MarkKind.Import, ComponentKind.Barrel, new MarkContent(Country: Ghana));

    private static readonly CarriedMark Nameless = Makers with { Content = new MarkContent(Maker: "Beretta") };

    private static readonly AppliedMark Good = new(Makers, MarkMethod.Stamping, Size(2m), Size(0.1m), IsConcealed: false);

    [Theory]
    [InlineData("1.6", "0.0762")]
    [InlineData("2", "0.2")]
    public void Marks_of_the_least_size_keep_the_policy(string height, string depth) =>
        Assert.Empty(Policy.Check(Good with { Height = Millimetres.Parse(height).GetOrThrow(), Depth = Millimetres.Parse(depth).GetOrThrow() }));

    [Fact]
    public void Every_broken_rule_is_told_with_place_source_and_what_was_seen()
    {
        var breaches = Policy.Check(new AppliedMark(
            Makers with { Component = ComponentKind.Magazine }, MarkMethod.DotPeen, Size(1.5999m), Size(0.0761m), IsConcealed: true));
        Assert.Equal(["/height", "/depth", "/component", "/location"], breaches.Select(breach => breach.Pointer));
        Assert.Equal(["1.5999 mm", "0.0761 mm", "magazine", "concealed"], breaches.Select(breach => breach.Seen));
        Assert.All(breaches, breach => Assert.Equal(BreachWeight.Refusal, breach.Weight));
        Assert.Contains("2019/68", breaches[0].Source, StringComparison.Ordinal);
        Assert.Contains("2024/325", breaches[1].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_laser_mark_on_the_frame_is_a_warning_until_somebody_decides()
    {
        var laser = Good with { Method = MarkMethod.Laser };
        var breach = Assert.Single(Policy.Check(laser));
        Assert.Equal(("/method", BreachWeight.Warning, "laser"), (breach.Pointer, breach.Weight, breach.Seen));
        Assert.Empty(Policy.Check(laser with { MethodOverride = "Polymer plate, no press available" }));
        Assert.Empty(Policy.Check(laser with { Mark = Import }));
    }

    [Fact]
    public void Small_parts_may_carry_small_characters_but_frames_may_not()
    {
        var small = Good with { Height = Size(1m), ComponentIsTooSmall = true };
        Assert.Empty(Policy.Check(small with { Mark = Makers with { Component = ComponentKind.Bolt } }));
        Assert.Equal("/height", Assert.Single(Policy.Check(small)).Pointer);
    }

    [Fact]
    public void A_hidden_security_mark_is_not_held_to_the_rules_for_readable_marks() =>
        Assert.Empty(Policy.Check(Good with { Mark = Makers with { Kind = MarkKind.Security, Component = ComponentKind.Other }, IsConcealed = true }));

    [Fact]
    public void A_makers_mark_on_the_frame_tells_maker_country_and_serial()
    {
        var breaches = Policy.Check(Good with { Mark = Nameless });
        Assert.Equal(["/content/country", "/content/serial"], breaches.Select(breach => breach.Pointer));
        Assert.Empty(Policy.Check(Good with { Mark = Nameless with { Component = ComponentKind.Barrel } }));
    }

    [Fact]
    public void An_import_mark_of_another_country_is_refused()
    {
        var breach = Assert.Single(Policy.Check(Good with { Mark = Import with { Content = new MarkContent(Country: Italy) } }));
        Assert.Equal(("/content/country", "ITA"), (breach.Pointer, breach.Seen));
    }

    [Fact]
    public void Manufacture_needs_the_makers_mark_on_frame_or_receiver()
    {
        Assert.Empty(Policy.Missing(MarkTrigger.Manufacture, [Makers]));
        Assert.Equal([MarkElement.Maker, MarkElement.Country, MarkElement.Serial], Assert.Single(Policy.Missing(MarkTrigger.Manufacture, [])).Elements);
        Assert.Single(Policy.Missing(MarkTrigger.Manufacture, [Makers with { Component = ComponentKind.Barrel }]));
        Assert.Equal([MarkElement.Country, MarkElement.Serial], Assert.Single(Policy.Missing(MarkTrigger.Manufacture, [Nameless, National])).Elements);
    }

    [Fact]
    public void Symbols_with_a_code_serve_as_the_alternative_scheme()
    {
        var symbol = new CarriedMark(
            MarkKind.Manufacture, ComponentKind.Receiver, new MarkContent(Symbol: "triangle in a circle", Serial: MarkText.Parse("66").GetOrThrow()), MarkScheme.AlternativeSymbol);
        Assert.Empty(Policy.Missing(MarkTrigger.Manufacture, [symbol]));
        Assert.True(symbol.IsUnique);
        Assert.Single(Policy.Missing(MarkTrigger.Manufacture, [symbol with { Scheme = MarkScheme.Classic }]));
    }

    [Theory]
    [InlineData(MarkTrigger.Import, MarkKind.Import)]
    [InlineData(MarkTrigger.StateTransfer, MarkKind.StateTransfer)]
    [InlineData(MarkTrigger.StateRetention, MarkKind.StateRetention)]
    public void An_arm_without_unique_mark_needs_a_national_number_besides(MarkTrigger trigger, MarkKind kind)
    {
        Assert.Equal([kind, MarkKind.NationalNumber], Policy.Missing(trigger, [Nameless]).Select(missing => missing.Kind));
        Assert.Equal([kind], Policy.Missing(trigger, [Makers]).Select(missing => missing.Kind));
        Assert.Empty(Policy.Missing(trigger, [Nameless, National, Import with { Kind = kind }]));
    }

    [Fact]
    public void A_national_number_tells_the_State_that_transfers_or_keeps_an_arm_but_not_its_import()
    {
        Assert.Empty(Policy.Missing(MarkTrigger.StateTransfer, [National]));
        Assert.Empty(Policy.Missing(MarkTrigger.StateRetention, [National]));
        Assert.Single(Policy.Missing(MarkTrigger.Import, [National]));
        Assert.Single(MarkPolicy.DefaultOf(Italy).Missing(MarkTrigger.StateTransfer, [National]));
    }

    [Fact]
    public void A_deactivated_arm_needs_a_mark_or_a_certificate()
    {
        Assert.Single(Policy.Missing(MarkTrigger.Deactivation, [Makers]));
        Assert.Empty(Policy.Missing(MarkTrigger.Deactivation, [Makers], hasCertificate: true));
        Assert.Empty(Policy.Missing(MarkTrigger.Deactivation, [Import with { Kind = MarkKind.Deactivation }]));
    }

    [Fact]
    public void Every_trigger_has_requirements_with_a_source() =>
        Assert.All(Enum.GetValues<MarkTrigger>(), trigger =>
        {
            Assert.NotEmpty(Policy.RequiredMarks(trigger));
            Assert.All(Policy.RequiredMarks(trigger), requirement => Assert.NotEmpty(requirement.Source));
        });

    [Fact]
    public void Frames_and_receivers_are_primary_and_suppressors_and_magazines_are_not_essential()
    {
        Assert.Equal(
            [ComponentKind.Frame, ComponentKind.Receiver, ComponentKind.UpperReceiver, ComponentKind.LowerReceiver],
            Enum.GetValues<ComponentKind>().Where(kind => kind.IsPrimary()));
        Assert.Equal(
            [ComponentKind.Suppressor, ComponentKind.Magazine, ComponentKind.Other],
            Enum.GetValues<ComponentKind>().Where(kind => !kind.IsEssential()));
    }

    private static Millimetres Size(decimal value) => Millimetres.Of(value).GetOrThrow();
}
