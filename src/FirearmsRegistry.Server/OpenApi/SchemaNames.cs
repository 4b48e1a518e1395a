namespace FirearmsRegistry.Server.OpenApi;

/// <summary>Names of schemas: the type's own name, with its arguments in front (<c>FirearmDetailsPage</c>, <c>GuidKnown</c>).</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name;
        if (!type.IsGenericType)
            return name;
        var plain = name[..name.IndexOf('`', StringComparison.Ordinal)];
        return string.Concat(type.GetGenericArguments().Select(Of)) + plain;
    }
}
