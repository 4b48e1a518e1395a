using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>
/// Which members of an operation's body may not be left out, by their JSON pointers. They are read from the type that the operation takes, of which the
/// API's description is made as well: pages and REST cannot say two things.
/// </summary>
internal sealed class RequiredMembers(EndpointCalls calls)
{
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The members of an operation's body; none where it takes no JSON.</summary>
    public IReadOnlySet<string> Of(string operation) =>
        _known.GetOrAdd(operation, name => calls.BodyOf(name) is { } body ? In(body) : FrozenSet<string>.Empty);

    /// <summary>The members of a body. What stands below a member that may be left out may be left out with it, and a list may be empty.</summary>
    public static IReadOnlySet<string> In(Type body)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(body, "", found);
        return found.ToFrozenSet(StringComparer.Ordinal);
    }

    private static void Collect(Type type, string at, HashSet<string> found)
    {
        foreach (var member in RegistryJson.Options.GetTypeInfo(type).Properties.Where(IsRequired))
        {
            found.Add($"{at}/{member.Name}");
            Collect(member.PropertyType, $"{at}/{member.Name}", found);
        }
    }

    private static bool IsRequired(JsonPropertyInfo member) => member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };
}
