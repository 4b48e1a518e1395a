using System.Globalization;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Web.Marking.Jobs;

/// <summary>What is compared place by place: the characters of a text as people see them, the bytes of a payload.</summary>
internal static class Compared
{
    public static IReadOnlyList<string> Characters(string text)
    {
        var characters = new List<string>();
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
            characters.Add(each.GetTextElement());
        return characters;
    }

    public static IReadOnlyList<string> Bytes(HexBytes bytes) => [.. bytes.ToString().Chunk(2).Select(pair => new string(pair))];
}
