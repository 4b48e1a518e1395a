using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Numbers.Voiding;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Numbers;

public sealed class NationalNumberMarkTests
{
    private static readonly NationalNumber Number = NationalNumber.Parse("GH26A0000001TG").GetOrThrow();
    private static readonly Guid Arm = new("0198c0de-0000-7000-8000-000000000001");
    private static readonly Guid OtherArm = new("0198c0de-0000-7000-8000-000000000002");

    [Fact]
    public void A_reserved_number_may_be_marked()
    {
        Assert.Equal(Number, NationalNumberMark.Decide(Number, Row(NumberState.Reserved), Arm).Value);
        Assert.Equal(Number, NationalNumberMark.Decide(Number, Row(NumberState.Reserved, Arm), Arm).Value);
    }

    [Fact]
    public void A_number_that_was_never_issued_here_is_refused() =>
        Assert.Equal("number-not-issued", NationalNumberMark.Decide(Number, null, Arm).Refusal!.Name);

    [Theory]
    [InlineData(NumberState.Applied, "number-on-firearm")]
    [InlineData(NumberState.Verified, "number-on-firearm")]
    [InlineData(NumberState.Void, "number-void")]
    public void A_number_that_was_used_or_given_up_is_refused_even_for_its_own_firearm(NumberState state, string refusal) =>
        Assert.Equal(refusal, NationalNumberMark.Decide(Number, Row(state, Arm), Arm).Refusal!.Name);

    [Fact]
    public void A_number_reserved_for_another_firearm_is_refused_without_naming_it()
    {
        var refusal = NationalNumberMark.Decide(Number, Row(NumberState.Reserved, OtherArm), Arm).Refusal!;

        Assert.Equal("number-of-another-firearm", refusal.Name);
        Assert.DoesNotContain(OtherArm.ToString(), refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GH 26 A0000001 TG", true)]
    [InlineData("GH26A0000001TG", true)]
    [InlineData("GH26A0000001TH", false)]
    [InlineData("AB12345", false)]
    [InlineData("gh26a0000001tg", false)]
    [InlineData("GH 26 AOOOOOOI TG", false)]
    [InlineData("GH26A 0000001TG", false)]
    public void A_mark_reads_as_a_national_number_or_is_refused_with_its_fault(string text, bool reads)
    {
        var result = NationalNumberMark.Read(MarkText.Parse(text).GetOrThrow());

        Assert.Equal(reads, result.Refusal is null);
        Assert.True(reads || result.Refusal!.Errors[0].Pointer == "/mark/text");
    }

    [Theory]
    [InlineData(NumberState.Reserved, null)]
    [InlineData(NumberState.Applied, "number-on-firearm")]
    [InlineData(NumberState.Verified, "number-on-firearm")]
    [InlineData(NumberState.Void, "number-void")]
    public void Only_a_number_that_is_on_no_arm_can_be_voided_by_itself(NumberState state, string? refusal) =>
        Assert.Equal(refusal,
            VoidNumber.Decide(Row(state, Arm), new VoidNumber(Guid.Empty, Number, Note.Parse("Broken.").GetOrThrow())).Refusal?.Name);

    private static IssuedNumber Row(NumberState state, Guid? firearm = null) => new(Number, Number.Printed, Guid.Empty, 1, state, firearm,
        DateTimeOffset.UnixEpoch, "somebody", state == NumberState.Void ? Note.Parse("Broken.").GetOrThrow() : null, 1);
}
