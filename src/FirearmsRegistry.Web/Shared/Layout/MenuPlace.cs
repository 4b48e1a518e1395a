using FirearmsRegistry.Web.Shared.Modules;

namespace FirearmsRegistry.Web.Shared.Layout;

/// <summary>Which entry of the menu a page belongs to: the one that leads to it most closely, and no other.</summary>
internal static class MenuPlace
{
    /// <summary>The entry; null where none leads there.</summary>
    /// <param name="links">The entries that the reader sees.</param>
    /// <param name="path">The page's path, without what stands behind it.</param>
    public static PageLink? Of(IEnumerable<PageLink> links, string path)
    {
        var parts = Parts(path);
        return links.Select(link => (Link: link, Length: LengthOf(link, parts))).Where(fit => fit.Length > 0)
            .OrderByDescending(fit => fit.Length).Select(fit => fit.Link).FirstOrDefault();
    }

    private static int LengthOf(PageLink link, string[] path) =>
        link.Also.Prepend(link.Address).Select(Parts).Where(place => Leads(place, path)).Select(place => place.Length).DefaultIfEmpty(0).Max();

    private static bool Leads(string[] place, string[] path) =>
        place.Length <= path.Length && place.Zip(path).All(pair => pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
