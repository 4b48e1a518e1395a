using System.Security.Claims;
using System.Text.Json;

namespace FirearmsRegistry.Registry.Access.SignIn.OutsideIssuing;

/// <summary>Turns the claims of an outside issuer into those that this registry understands.</summary>
internal static class OutsideClaims
{
    private static readonly string[] Kept = ["sub", "iss", "client_id", "azp", "amr"];

    /// <summary>
    /// Only the identity and the mapped roles are taken over: a role or human marker that the outside token carries under this
    /// registry's own names counts for nothing unless the configuration says so.
    /// </summary>
    public static ClaimsPrincipal Translate(ClaimsPrincipal outside, AccessSettings settings)
    {
        var identity = new ClaimsIdentity(
            outside.Claims.Where(claim => Kept.Contains(claim.Type)), AccessSchemes.Api, "sub", AccessClaims.Role);
        foreach (var role in OutsideRoles(outside, settings.RoleClaim).Distinct(StringComparer.Ordinal))
        {
            if (settings.RoleMapping.TryGetValue(role, out var own))
            {
                identity.AddClaim(new Claim(AccessClaims.Role, own));
            }
        }
        if (outside.HasClaim(claim => claim.Type == settings.HumanClaim))
        {
            identity.AddClaim(new Claim(AccessClaims.Human, "true"));
        }
        return new ClaimsPrincipal(identity);
    }

    private static IEnumerable<string> OutsideRoles(ClaimsPrincipal outside, string path)
    {
        var whole = outside.FindAll(path).Select(claim => claim.Value).ToArray();
        if (whole.Length > 0 || path.Split('.') is not [var root, .. { Length: > 0 } members])
        {
            return whole;
        }
        return outside.FindAll(root).SelectMany(claim => Nested(claim.Value, members));
    }

    private static string[] Nested(string json, string[] members)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var found = document.RootElement;
            foreach (var member in members)
            {
                if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(member, out found))
                {
                    return [];
                }
            }
            return found.ValueKind switch
            {
                JsonValueKind.Array => [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                JsonValueKind.String => [found.GetString()!],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
