using System.Text.Json;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>Column names as the other schemas of the database have them.</summary>
internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
