namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>The elements to which another one refers, such as those that describe a field for screen readers.</summary>
internal static class ElementIds
{
    /// <summary>Their ids as an attribute has them; null where none of them is there.</summary>
    public static string? Of(params IEnumerable<string?> ids) => string.Join(' ', ids.OfType<string>()) is { Length: > 0 } there ? there : null;
}
