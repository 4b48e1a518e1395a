using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Marks.Tests.StationLogs;

public sealed class StationLogTests : IDisposable
{
    private static readonly Guid Station = Guid.Parse("01980a5e-0000-7000-8000-000000000001");

    private static readonly Guid Job = Guid.Parse("01980a5e-0000-7000-8000-000000000002");

    private readonly ECDsa _station = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly ECDsa _person = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _station.Dispose();
        _person.Dispose();
    }

    [Fact]
    public void An_entry_is_read_as_it_was_written()
    {
        var written = Entry(1, StationLogEntry.FirstPrevious, """{"keyedText":"ES 26 A 0000001 5K – \"ñ\"","n":[1,2.50]}""");

        var read = StationLogEntry.Parse(written.Write()).GetOrThrow();

        Assert.Equal(written with { Body = default }, read with { Body = default });
        Assert.Equal(written.Write(), read.Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"station":"x"}""")]
    public void What_is_no_entry_is_refused(string content) => Assert.False(StationLogEntry.Parse(content).IsOk);

    [Theory]
    [InlineData("\"counter\":1", "\"counter\":0")]
    [InlineData("\"counter\":1", "\"counter\":1.5")]
    [InlineData("\"previous\":\"0", "\"previous\":\"G")]
    [InlineData("\"act\":\"started\"", "\"act\":\"Started\"")]
    [InlineData("\"uncertaintySeconds\":2", "\"uncertaintySeconds\":-2")]
    [InlineData("\"body\":{}", "\"body\":[]")]
    [InlineData("\"body\":{}", "\"body\":{},\"more\":1")]
    [InlineData("\"job\":\"01980a5e-0000-7000-8000-000000000002\"", "\"job\":null")]
    public void A_member_that_cannot_be_is_refused(string member, string spoiled)
    {
        var content = Entry(1, StationLogEntry.FirstPrevious).Write();
        Assert.Contains(member, content, StringComparison.Ordinal);

        Assert.False(StationLogEntry.Parse(content.Replace(member, spoiled, StringComparison.Ordinal)).IsOk);
    }

    [Fact]
    public void Both_signatures_are_over_the_very_text()
    {
        var signed = SignedEntry.Sign(Entry(1, StationLogEntry.FirstPrevious), _station, _person);

        Assert.True(signed.IsByStation(SigningKey.Of(_station)));
        Assert.True(signed.IsByOperator(SigningKey.Of(_person)));
        Assert.False(signed.IsByStation(SigningKey.Of(_person)));
        Assert.False((signed with { Content = signed.Content + " " }).IsByOperator(SigningKey.Of(_person)));
        Assert.False((signed with { StationSignature = "" }).IsByStation(SigningKey.Of(_station)));
        Assert.False((signed with { StationSignature = new string('A', 88) }).IsByStation(SigningKey.Of(_station)));
    }

    [Fact]
    public void An_entry_follows_only_the_one_before_it()
    {
        var first = Entry(1, StationLogEntry.FirstPrevious);
        var head = LogHead.Empty.Follow(first, SignedEntry.Sign(first, _station, _person)).GetOrThrow();
        var second = Entry(2, head.Hash);
        var (left, other) = (Entry(3, head.Hash), Entry(2, StationLogEntry.FirstPrevious));

        Assert.Equal(2, head.Follow(second, SignedEntry.Sign(second, _station, _person)).GetOrThrow().Counter);
        Assert.False(head.Follow(left, SignedEntry.Sign(left, _station, _person)).IsOk);
        Assert.False(head.Follow(other, SignedEntry.Sign(other, _station, _person)).IsOk);
    }

    [Fact]
    public void Only_a_key_over_P_256_is_a_signing_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.True(SigningKey.Parse(SigningKey.Of(_station).ToString()).IsOk);
        Assert.False(SigningKey.Parse(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())).IsOk);
        Assert.False(SigningKey.Parse("AAAA").IsOk);
        Assert.False(SigningKey.Parse("no base64").IsOk);
    }

    [Fact]
    public void A_key_that_is_spelt_otherwise_is_the_same_key()
    {
        var key = SigningKey.Of(_station);

        Assert.Equal(key, SigningKey.Parse($" {key.ToString().Insert(20, "\n")} ").GetOrThrow());
        Assert.Equal(key, SigningKey.Parse(Convert.ToBase64String([.. Convert.FromBase64String(key.ToString()), 0])).GetOrThrow());
    }

    private static StationLogEntry Entry(long counter, string previous, string body = "{}") => new(
        Station, counter, previous, new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), 2, "user-1", StationAct.Started, Job,
        JsonDocument.Parse(body).RootElement);
}
