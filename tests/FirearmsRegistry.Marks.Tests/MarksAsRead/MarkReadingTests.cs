using System.Diagnostics;
using System.Text.Json;

using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;

using FsCheck.Xunit;

namespace FirearmsRegistry.Marks.Tests.MarksAsRead;

public sealed class MarkReadingTests
{
    [Fact]
    public void Each_sign_of_the_notation_is_a_place_with_its_certainty()
    {
        var mark = MarkReading.Parse("A?*[58][3?]\\?").GetOrThrow();
        Assert.Equal(
            [
                new ReadCharacter("A", CharacterCertainty.Read), ReadCharacter.Unreadable, ReadCharacter.Run, new ReadCharacter("58", CharacterCertainty.Read),
                new ReadCharacter("3", CharacterCertainty.Uncertain), new ReadCharacter("?", CharacterCertainty.Read),
            ],
            mark.Characters);
        Assert.False(mark.IsExact);
        Assert.True(MarkReading.Parse("AB-12\\*").GetOrThrow().IsExact);
    }

    [Theory]
    [InlineData("A[5]B", "A5B")]
    [InlineData("A[55]", "A5")]
    [InlineData("A**", "A*")]
    [InlineData("\\A", "A")]
    [InlineData("[\\]\\\\]", "[\\]\\\\]")]
    public void The_shortest_form_is_written(string given, string written) => Assert.Equal(written, MarkReading.Parse(given).GetOrThrow().ToString());

    [Theory]
    [InlineData("", "mark-as-read-empty", null)]
    [InlineData("   ", "mark-as-read-empty", null)]
    [InlineData("?", MarkReading.OnlyWildcards, null)]
    [InlineData("?*?", MarkReading.OnlyWildcards, null)]
    [InlineData("AB]", "mark-as-read-unbalanced", 2)]
    [InlineData("AB[5", "mark-as-read-unbalanced", 2)]
    [InlineData("A[]", "mark-as-read-no-alternatives", 2)]
    [InlineData("A[5*]", "mark-as-read-alternatives", 3)]
    [InlineData("A[?]", "mark-as-read-alternatives", 2)]
    [InlineData("A[[5]]", "mark-as-read-alternatives", 2)]
    [InlineData("AB\\", "mark-as-read-escape", 2)]
    [InlineData("A\u0007B", "mark-as-read-control-character", 1)]
    public void What_is_no_mark_is_refused_by_name_and_place(string text, string name, int? at)
    {
        Assert.False(MarkReading.Parse(text).TryGet(out _, out var fault));
        Assert.Equal((name, at), (fault!.Name, fault.At));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        Assert.False(MarkReading.Parse("A" + '\uD800').TryGet(out _, out var fault));
        Assert.Equal(("mark-as-read-broken", 1), (fault!.Name, fault.At));
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_at_once()
    {
        var watch = Stopwatch.StartNew();
        Assert.False(MarkReading.Parse(new string('[', 10_000)).TryGet(out _, out var fault));
        Assert.Equal("mark-as-read-too-long", fault!.Name);
        Assert.True(watch.ElapsedMilliseconds < 500);
    }

    [Fact]
    public void Ten_thousand_random_texts_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(7);
        const string alphabet = "AB58?*[]\\ -\u0410\u0665\uFF21\u0007\uD800\uDC00";
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 120)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (MarkReading.Parse(text).TryGet(out var mark, out var fault))
                Assert.Equal(mark, MarkReading.Parse(mark.ToString()).GetOrThrow());
            else
                Assert.NotNull(fault.Name);
        }
    }

    [Property(MaxTest = 500)]
    public bool Reading_what_was_written_gives_the_same(string? text) =>
        !MarkReading.Parse(text).TryGet(out var mark, out _) || MarkReading.Parse(mark.ToString()).GetOrThrow() == mark;

    [Property(MaxTest = 300)]
    public bool Every_text_of_a_mark_can_be_read_exactly(string? text) =>
        !MarkText.Parse(text).TryGet(out var mark, out _) || text!.Length > 50 || MarkReading.Exactly(mark) is { IsExact: true } exact
            && MarkReading.Parse(exact.ToString()).GetOrThrow() == exact;

    [Theory]
    [InlineData("AB12", MarkScripts.Latin, false)]
    [InlineData("\u0410\u0412 12", MarkScripts.Cyrillic, false)]
    [InlineData("A\u0412 12", MarkScripts.Latin | MarkScripts.Cyrillic, true)]
    [InlineData("\u0661\u0662", MarkScripts.Arabic, false)]
    [InlineData("12", MarkScripts.None, false)]
    public void Scripts_are_told_apart_and_mixed_ones_are_accepted(string text, MarkScripts scripts, bool mixed)
    {
        var mark = MarkReading.Parse(text).GetOrThrow();
        Assert.Equal((scripts, mixed), (mark.Scripts, mark.MixesScripts));
        Assert.Equal(scripts, mark.EachScript.Aggregate(MarkScripts.None, (all, script) => all | script));
    }

    [Fact]
    public void In_JSON_it_is_its_notation()
    {
        var mark = MarkReading.Parse("AB[58]?").GetOrThrow();
        Assert.Equal("\"AB[58]?\"", JsonSerializer.Serialize(mark));
        Assert.Equal(mark, JsonSerializer.Deserialize<MarkReading>("\"AB[58]?\""));
    }
}
