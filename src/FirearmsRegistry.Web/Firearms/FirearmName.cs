using FirearmsRegistry.Registry.Firearms;

namespace FirearmsRegistry.Web.Firearms;

/// <summary>What people call an arm: maker, model and calibre, as far as they are known.</summary>
internal static class FirearmName
{
    public static string Of(FirearmDescription description)
    {
        var words = new List<string>();
        foreach (var part in new[] { description.Maker, description.Model, description.Calibre })
        {
            if (part.TryGet(out var word))
                words.Add(word.ToString());
        }

        return string.Join(' ', words);
    }
}
