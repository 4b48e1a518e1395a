using System.Text.Json;
using System.Text.Json.Nodes;

using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Parsing;

using FsCheck.Xunit;

namespace FirearmsRegistry.Marks.Tests.MarksAsRead;

public sealed class MarkReadingJsonTests
{
    [Fact]
    public void The_object_form_reads_as_its_notation_does()
    {
        const string places =
            """
            {"characters":[{"read":"A"},{"anyOf":"58"},{"read":"3","certainty":"uncertain"},{"certainty":"unreadable"},
                {"certainty":"unreadable","anyNumber":true},{"read":"?","certainty":"read"}]}
            """;
        Assert.Equal(MarkReading.Parse("A[58][3?]?*\\?").GetOrThrow(), Read(places));
    }

    [Property(MaxTest = 500)]
    public bool Both_forms_of_any_mark_give_the_same(string? text) =>
        !MarkReading.Parse(text).TryGet(out var mark, out _) || Read(Places(mark)) == mark;

    [Fact]
    public void Both_forms_of_marks_full_of_notation_give_the_same()
    {
        var random = new Random(11);
        const string alphabet = "AB58?*[]\\ -\u0410\u0665\uFF21";
        var readable = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (!MarkReading.Parse(text).TryGet(out var mark, out _))
                continue;
            readable++;
            Assert.Equal(mark, Read(Places(mark)));
        }

        Assert.True(readable > 1_000);
    }

    [Theory]
    [InlineData("""{"characters":[{"read":"A"},{"read":"AB"}]}""", "mark-as-read-place", 1)]
    [InlineData("""{"characters":[{"read":""}]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A"},{"read":"A","anyOf":"58"}]}""", "mark-as-read-place", 1)]
    [InlineData("""{"characters":[{"read":"A"},{}]}""", "mark-as-read-place", 1)]
    [InlineData("""{"characters":[{"read":"A","certainty":"unreadable"}]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A","anyNumber":true}]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A","certainty":"sure"}]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A","read":"A"}]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A"},{"certainty":"unreadable","anyNumber":1}]}""", "mark-as-read-place", 1)]
    [InlineData("""{"characters":["A"]}""", "mark-as-read-place", 0)]
    [InlineData("""{"characters":[{"read":"A"},{"read":"\u0007"}]}""", "mark-as-read-control-character", 1)]
    [InlineData("""{"characters":[{"read":"A"},{"read":"\ud800"}]}""", "mark-as-read-broken", 1)]
    [InlineData("""{"characters":[{"certainty":"unreadable"}]}""", MarkReading.OnlyWildcards, null)]
    [InlineData("""{"characters":[]}""", "mark-as-read-empty", null)]
    [InlineData("""{"characters":"A"}""", "mark-as-read-form", null)]
    [InlineData("""{"characters":[{"read":"A"}],"more":1}""", "mark-as-read-form", null)]
    [InlineData("{}", "mark-as-read-form", null)]
    public void What_is_no_mark_is_refused_by_name_and_place(string json, string name, int? at)
    {
        var refused = Assert.Throws<FaultJsonException>(() => Read(json));
        Assert.Equal((name, at), (refused.Fault.Name, refused.Fault.At));
    }

    [Fact]
    public void Ten_thousand_places_are_refused_by_their_length()
    {
        var places = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)new JsonObject { ["read"] = "A" })]);
        var refused = Assert.Throws<FaultJsonException>(() => Read(new JsonObject { ["characters"] = places }.ToJsonString()));
        Assert.Equal("mark-as-read-too-long", refused.Fault.Name);
    }

    private static MarkReading Read(string json) => JsonSerializer.Deserialize<MarkReading>(json);

    private static string Places(MarkReading mark) => new JsonObject
    {
        ["characters"] = new JsonArray([.. mark.Characters.Select(Place)]),
    }.ToJsonString();

    private static JsonNode Place(ReadCharacter character)
    {
        var place = new JsonObject { ["certainty"] = JsonSerializer.SerializeToNode(character.Certainty) };
        if (character.Options.Length > 0)
            place["anyOf"] = character.Options;
        if (character.AnyNumber)
            place["anyNumber"] = true;
        return place;
    }
}
