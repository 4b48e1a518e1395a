using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Tests.Policies;

public sealed class MarkPoliciesTests
{
    private static readonly CountryCode Ghana = CountryCode.Parse("GHA").GetOrThrow();

    private static readonly CarriedMark Makers = new(
        MarkKind.Manufacture, ComponentKind.Frame,
        new MarkContent(Maker: "Beretta", Country: CountryCode.Parse("ITA").GetOrThrow(), Serial: MarkText.Parse("A123").GetOrThrow()));

    private static readonly CarriedMark Dated = Makers with { Content = Makers.Content with { Year = 2026 } };

    private static readonly CarriedMark OnBarrel = Makers with { Component = ComponentKind.Barrel, Content = new MarkContent(Serial: Makers.Content.Serial) };

    private static readonly CarriedMark Security = OnBarrel with { Kind = MarkKind.Security };

    [Fact]
    public void Five_policies_come_with_the_system_and_the_protocol_is_the_default()
    {
        Assert.Equal(["ecowas", "eu", "iti", "un-protocol", "us"], MarkPolicies.Ids);
        Assert.Equal("un-protocol", MarkPolicy.DefaultOf(Ghana).Id);
        Assert.Equal(Ghana, Policy("eu").Country);
        Assert.False(MarkPolicies.Of("mars", Ghana).IsOk);
        Assert.False(MarkPolicies.Of(null, Ghana).IsOk);
    }

    [Theory]
    [InlineData("un-protocol", "1.6")]
    [InlineData("iti", "1.6")]
    [InlineData("eu", "1.6")]
    [InlineData("ecowas", "1.6")]
    [InlineData("us", "1.5875")]
    public void Sizes_below_the_floors_are_refused_with_the_policy_s_source(string id, string least)
    {
        var policy = Policy(id);
        var small = new AppliedMark(Dated, MarkMethod.Stamping, Size(1.58m), Size(0.0761m), IsConcealed: false);
        var breaches = policy.Check(small);
        Assert.Equal(["/height", "/depth"], breaches.Select(breach => breach.Pointer));
        Assert.Equal([policy.LeastHeight.Source, policy.LeastDepth.Source], breaches.Select(breach => breach.Source));
        Assert.Empty(policy.Check(small with { Height = Millimetres.Parse(least).GetOrThrow(), Depth = Size(0.0762m) }));
    }

    [Fact]
    public void Every_refusal_quotes_the_source_of_its_rule_in_the_policy()
    {
        foreach (var policy in MarkPolicies.Ids.Select(Policy))
        {
            var breaches = policy.Check(new AppliedMark(
                Makers with { Component = ComponentKind.Magazine }, MarkMethod.Laser, Size(1m), Size(0.01m), IsConcealed: true));
            Assert.Equal(
                [policy.LeastHeight.Source, policy.LeastDepth.Source, policy.Components.Source, policy.Location.Source], breaches.Select(breach => breach.Source));
            foreach (var trigger in Enum.GetValues<MarkTrigger>())
            {
                Assert.All(
                    policy.Missing(trigger, []),
                    missing => Assert.Contains(policy.RequiredMarks(trigger), requirement => requirement.Kind == missing.Kind && requirement.Source == missing.Source));
            }
        }
    }

    [Theory]
    [InlineData("un-protocol", true, true, true)]
    [InlineData("iti", true, true, true)]
    [InlineData("eu", false, false, true)]
    [InlineData("ecowas", false, false, false)]
    [InlineData("us", true, true, true)]
    public void What_manufacture_asks_differs(string id, bool frameAlone, bool frameAndBarrel, bool withYear)
    {
        var policy = Policy(id);
        Assert.Equal(frameAlone, policy.Missing(MarkTrigger.Manufacture, [Makers]).Count == 0);
        Assert.Equal(frameAndBarrel, policy.Missing(MarkTrigger.Manufacture, [Makers, OnBarrel]).Count == 0);
        Assert.Equal(withYear, policy.Missing(MarkTrigger.Manufacture, [Dated, OnBarrel]).Count == 0);
        Assert.Empty(policy.Missing(MarkTrigger.Manufacture, [Dated, OnBarrel, Security]));
    }

    [Fact]
    public void The_other_part_is_an_essential_one_and_not_the_frame()
    {
        var policy = Policy("eu");
        Assert.Contains("besides", Assert.Single(policy.Missing(MarkTrigger.Manufacture, [Dated])).Rule, StringComparison.Ordinal);
        Assert.Single(policy.Missing(MarkTrigger.Manufacture, [Dated, OnBarrel with { Component = ComponentKind.Magazine }]));
        Assert.Single(policy.Missing(MarkTrigger.Manufacture, [Dated, OnBarrel with { Component = ComponentKind.UpperReceiver }]));
    }

    [Fact]
    public void In_the_united_states_what_is_told_besides_the_serial_may_stand_on_the_barrel()
    {
        var policy = Policy("us");
        var serial = OnBarrel with { Component = ComponentKind.Receiver };
        var name = OnBarrel with { Content = new MarkContent(Maker: "Ruger") };
        Assert.Empty(policy.Missing(MarkTrigger.Manufacture, [serial, name]));
        Assert.Empty(policy.Check(new AppliedMark(serial, MarkMethod.Laser, Size(2m), Size(0.1m), IsConcealed: false)));
        Assert.Empty(policy.Check(new AppliedMark(name, MarkMethod.Laser, Size(2m), Size(0.1m), IsConcealed: false)));
        Assert.Equal("/height", Assert.Single(policy.Check(new AppliedMark(
            name, MarkMethod.Stamping, Size(1m), Size(0.1m), IsConcealed: false, ComponentIsTooSmall: true))).Pointer);
    }

    [Fact]
    public void A_frame_that_is_not_of_metal_is_marked_on_a_plate()
    {
        var onPolymer = new AppliedMark(Dated, MarkMethod.Engraving, Size(2m), Size(0.1m), IsConcealed: false, IsOnNonMetal: true);
        var breach = Assert.Single(Policy("eu").Check(onPolymer));
        Assert.Equal(("/method", "Implementing Directive (EU) 2019/68", BreachWeight.Refusal), (breach.Pointer, breach.Source, breach.Weight));
        Assert.Empty(Policy("eu").Check(onPolymer with { Method = MarkMethod.EmbeddedPlate }));
        Assert.Empty(Policy("us").Check(onPolymer));
    }

    [Fact]
    public void A_maker_s_mark_on_the_frame_tells_the_year_where_a_policy_says_so()
    {
        var breach = Assert.Single(Policy("ecowas").Check(new AppliedMark(Makers, MarkMethod.Stamping, Size(2m), Size(0.1m), IsConcealed: false)));
        Assert.Equal(("/content/year", "ECOWAS Convention Art. 18 (classic marking)"), (breach.Pointer, breach.Source));
    }

    [Fact]
    public void A_text_has_an_order_with_its_source()
    {
        var order = Policy("eu").TextOrders[MarkKind.Manufacture];
        Assert.Equal("MOSAIC 05.30", order.Source);
        Assert.Equal(
            [MarkTextPart.Country, MarkTextPart.Maker, MarkTextPart.Year, MarkTextPart.Model, MarkTextPart.Serial, MarkTextPart.Calibre], order.Parts);
    }

    [Theory]
    [InlineData("GH AK 26 AB-123", true)]
    [InlineData("gh ak 2026 ab-123", true)]
    [InlineData("AK GH 26 AB-123", false)]
    [InlineData("GH AK AB-123 26", false)]
    [InlineData("AB-123", true)]
    [InlineData("AB-123 GHANA", true)]
    [InlineData("26 GH 26 AK AB-123", true)]
    public void A_text_in_another_order_than_the_policy_s_is_taken_with_a_warning(string text, bool inOrder)
    {
        var content = new MarkContent("AK", Ghana, MarkText.Parse("AB-123").GetOrThrow(), 2026);
        var applied = new AppliedMark(Makers with { Content = content }, MarkMethod.Stamping, Size(2m), Size(0.1m), IsConcealed: false,
            Text: MarkText.Parse(text).GetOrThrow());
        var breaches = Policy("eu").Check(applied);
        Assert.Empty(Policy("eu").Check(applied with { Text = null }));
        Assert.Equal(inOrder ? [] : [("/text", "MOSAIC 05.30", BreachWeight.Warning)], breaches.Select(breach => (breach.Pointer, breach.Source, breach.Weight)));
    }

    private static MarkPolicy Policy(string id) => MarkPolicies.Of(id, Ghana).GetOrThrow();

    private static Millimetres Size(decimal value) => Millimetres.Of(value).GetOrThrow();
}
