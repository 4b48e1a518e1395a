using System.Collections.Frozen;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Policies.Files;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>The policies that come with the system: the files in <c>schemas/policies/</c>.</summary>
public static class MarkPolicies
{
    /// <summary>The policy of a country that has chosen none.</summary>
    public const string Default = "un-protocol";

    private const string Folder = "policies/";

    private static readonly FrozenDictionary<string, MarkPolicy> ById = typeof(MarkPolicies).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(Read).ToFrozenDictionary(policy => policy.Id);

    /// <summary>The ids, in alphabetical order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. ById.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The policy with an id as a country applies it.</summary>
    public static Parsed<MarkPolicy> Of(string? id, CountryCode country) =>
        id is not null && ById.TryGetValue(id, out var policy)
            ? policy with { Country = country }
            : new Fault($"A mark policy is one of: {string.Join(", ", Ids)}.");

    private static MarkPolicy Read(string resource)
    {
        using var file = typeof(MarkPolicies).Assembly.GetManifestResourceStream(resource)!;
        // Any country will do: whoever asks for a policy says which one applies it.
        var reading = MarkPolicyFile.Read(file, CountryCode.Current[0]);
        return reading.Policy ?? throw new InvalidOperationException($"{resource}{reading.Faults[0].Pointer}: {reading.Faults[0].Fault.Rule}");
    }
}
