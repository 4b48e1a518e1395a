using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Reads what other registries refuse by name.</summary>
internal static class PartnerProblems
{
    private const int LongestName = 80;

    /// <summary>The name in a problem document of this kind of registry; anything else that a stranger answers is not kept.</summary>
    public static string? NameOf(OutgoingAnswer answer)
    {
        const string prefix = ProblemDocuments.TypePrefix;
        try
        {
            using var problem = JsonDocument.Parse(answer.Body);
            var type = problem.RootElement.ValueKind == JsonValueKind.Object && problem.RootElement.TryGetProperty("type", out var given)
                && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            var name = type?.StartsWith(prefix, StringComparison.Ordinal) == true ? type[prefix.Length..] : null;
            return name is { Length: > 0 and <= LongestName } && name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? name : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
