using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary>Keys of makers' and models' names beside the names as given; null where the name is not known.</summary>
internal static class MarkSearchKeys
{
    public static string? OfName(Known<ShortText> name) => name.TryGet(out var text) ? OfName(text.ToString()) : null;

    public static string OfName(string name) => SearchKey.Of(name).ExactKey;
}
