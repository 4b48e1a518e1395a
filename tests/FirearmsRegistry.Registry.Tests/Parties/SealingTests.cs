using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Parties.Sealing;
using FsCheck.Xunit;

namespace FirearmsRegistry.Registry.Tests.Parties;

public sealed class SealingTests
{
    [Fact]
    public void What_was_sealed_can_be_opened() => Assert.Equal(Given.Data, Given.Key.Open(Given.Key.Seal(Given.Data)));

    [Property]
    public bool Any_text_comes_back(string? text) => Given.Key.Open<string?>("member", Given.Key.Seal("member", Whole(text))) == Whole(text);

    [Property]
    public void A_changed_byte_is_detected(uint position, byte difference)
    {
        var bytes = Given.Key.Seal("name", "Ana Ejemplo").ToBytes();
        bytes[position % bytes.Length] ^= difference == 0 ? (byte)1 : difference;

        Assert.Throws<AuthenticationTagMismatchException>(() => Given.Key.Open<string>("name", Ciphertext.Of(bytes)));
    }

    [Fact]
    public void A_ciphertext_fits_its_own_member_and_party_only()
    {
        var name = Given.Key.Seal("name", "Ana");

        Assert.Throws<AuthenticationTagMismatchException>(() => Given.Key.Open<string>("address", name));
        Assert.Throws<AuthenticationTagMismatchException>(() => new PersonKey(Given.LicenceId, Given.Key.ToBytes()).Open<string>("name", name));
        Assert.Throws<AuthenticationTagMismatchException>(() => PersonKey.Generate(Given.PartyId).Open<string>("name", name));
    }

    [Fact]
    public void The_same_text_never_looks_the_same_twice() => Assert.NotEqual(Given.Key.Seal("name", "Ana"), Given.Key.Seal("name", "Ana"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void Only_base64_with_nonce_and_tag_is_read_as_ciphertext(string? text) => Assert.False(Ciphertext.Parse(text).IsOk);

    [Fact]
    public void A_ciphertext_is_written_and_read_unchanged()
    {
        var sealedName = Given.Key.Seal("name", "Ana");

        Assert.Equal(sealedName, Ciphertext.Parse(sealedName.ToString()).GetOrThrow());
        Assert.DoesNotContain("Ana", Encoding.UTF8.GetString(sealedName.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_do_not_tell_themselves_as_text() =>
        Assert.DoesNotContain("Ana", Given.Data.ToString(), StringComparison.Ordinal);

    /// <summary>Half of a surrogate pair is no text and never reaches the register.</summary>
    private static string? Whole(string? text) => text is null ? null : string.Concat(text.Where(letter => !char.IsSurrogate(letter)));
}
