using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>What the JSON reader lets through in an entry's lists: it does not look for null inside a list.</summary>
internal static class EntryShape
{
    /// <summary>The refusal of lists with null in them; null where there is none.</summary>
    public static Refusal? Broken(CatalogueEntry entry)
    {
        List<InputError> errors =
        [
            .. Nulls("/entry/names", entry.Names),
            .. Nulls("/entry/maker/links", entry.Maker?.Links ?? []),
        ];
        return errors.Count > 0 ? Refusal.Input(errors) : null;
    }

    private static IEnumerable<InputError> Nulls<T>(string pointer, IReadOnlyList<T> list)
        where T : class =>
        list.Select((member, at) => (member, at)).Where(pair => pair.member is null)
            .Select(pair => new InputError($"{pointer}/{pair.at}", null, "There is nothing here: leave it out."));
}
