using System.Text.Json.Nodes;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>A document with one thing wrong: each member left out, each value of another kind, and a member that nobody knows in each object.</summary>
internal static class SpoiledDocuments
{
    public static IEnumerable<(string What, JsonNode Document)> Of(JsonNode document)
    {
        foreach (var path in Paths(document, []))
        {
            yield return ($"without {Shown(path)}", With(document, path, (parent, name) => parent.Remove(name)));
            yield return ($"{Shown(path)} a number", With(document, path, (parent, name) => parent[name] = 1.5));
            yield return ($"{Shown(path)} an over-long text", With(document, path, (parent, name) => parent[name] = new string('x', 5000)));
            yield return ($"{Shown(path)} null", With(document, path, (parent, name) => parent[name] = null));
            yield return ($"something beside {Shown(path)}", With(document, path, (parent, _) => parent["novelty"] = "x"));
        }
    }

    private static JsonNode With(JsonNode document, IReadOnlyList<string> path, Action<JsonObject, string> spoil)
    {
        var copy = document.DeepClone();
        var here = copy;
        foreach (var part in path.SkipLast(1))
            here = here is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : here[part]!;
        spoil(here.AsObject(), path[^1]);
        return copy;
    }

    private static IEnumerable<List<string>> Paths(JsonNode? node, List<string> before)
    {
        if (node is JsonArray list)
        {
            foreach (var path in list.SelectMany((item, index) => Paths(item, [.. before, index.ToString(System.Globalization.CultureInfo.InvariantCulture)])))
                yield return path;
        }

        if (node is not JsonObject members)
            yield break;
        foreach (var (name, value) in members)
        {
            yield return [.. before, name];
            foreach (var path in Paths(value, [.. before, name]))
                yield return path;
        }
    }

    private static string Shown(IReadOnlyList<string> path) => "/" + string.Join('/', path);
}
