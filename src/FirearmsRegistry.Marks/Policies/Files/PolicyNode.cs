using System.Text.Json;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Policies.Files;

/// <summary>
/// One JSON object of a policy file. What is wrong is noted with its pointer and reading goes on with a stand-in, so that a person who
/// writes a policy sees all faults at once.
/// </summary>
internal sealed class PolicyNode
{
    private const int LongestText = 400;

    private readonly Dictionary<string, JsonElement> _members;
    private readonly string _pointer;
    private readonly List<PolicyFault> _faults;

    private PolicyNode(Dictionary<string, JsonElement> members, string pointer, List<PolicyFault> faults)
    {
        _members = members;
        _pointer = pointer;
        _faults = faults;
    }

    public static PolicyNode Of(JsonElement element, string pointer, List<PolicyFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return new PolicyNode(element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal), pointer, faults);
        faults.Add(new PolicyFault(pointer, new Fault("A JSON object is expected here.")));
        return new PolicyNode([], pointer, []);
    }

    public string Text(string name)
    {
        if (Take(name) is not { } value) return "";
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text && !string.IsNullOrWhiteSpace(text)) return text;
        Add(name, $"A text of 1 to {LongestText} characters is expected here.");
        return "";
    }

    /// <summary>Takes a member that only helps those who edit the file.</summary>
    public void Ignore(string name) => _members.Remove(name);

    public bool Flag(string name) => Has(name) && RequiredFlag(name);

    public bool RequiredFlag(string name)
    {
        if (Take(name) is not { } value) return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Add(name, "true or false is expected here.");
        return value.ValueKind == JsonValueKind.True;
    }

    public Millimetres? OptionalLength(string name) => Has(name) ? Length(name) : null;

    public Millimetres? Length(string name)
    {
        if (Take(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && Millimetres.Of(number).TryGet(out var length, out _)) return length;
        Add(name, "A number of millimetres is expected here: more than 0, at most 1000, at most four decimals.");
        return null;
    }

    public IReadOnlyList<T> OptionalCodes<T>(string name)
        where T : struct, Enum =>
        Has(name) ? CodeList<T>(name) : [];

    public IReadOnlyList<T> CodeList<T>(string name)
        where T : struct, Enum
    {
        if (Take(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(name, "A JSON array of codes is expected here.");
            return [];
        }

        var codes = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            if (ReadCode<T>(item, $"{name}/{codes.Count}") is not { } code) return codes;
            if (codes.Contains(code)) Add($"{name}/{codes.Count}", "Each code stands only once.");
            codes.Add(code);
        }

        return codes;
    }

    public T Code<T>(string name)
        where T : struct, Enum =>
        Take(name) is { } value ? ReadCode<T>(value, name) ?? default : default;

    public PolicyNode? OptionalNode(string name) => Has(name) ? Node(name) : null;

    public PolicyNode Node(string name) =>
        Take(name) is { } value ? Of(value, PointerTo(name), _faults) : new PolicyNode([], PointerTo(name), []);

    public IReadOnlyList<PolicyNode> Nodes(string name)
    {
        if (Take(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select((item, i) => Of(item, PointerTo($"{name}/{i}"), _faults))];
        Add(name, "A JSON array of objects is expected here.");
        return [];
    }

    /// <summary>Notes a fault of the object itself.</summary>
    public void Add(Fault fault) => _faults.Add(new PolicyFault(_pointer, fault));

    /// <summary>Notes a fault of a member.</summary>
    public void Add(string name, Fault fault) => _faults.Add(new PolicyFault(PointerTo(name), fault));

    /// <summary>Ends the reading of the object: what was not asked for is unknown, and a rule that is spelt wrongly would not hold.</summary>
    public void Close()
    {
        foreach (var name in _members.Keys) _faults.Add(new PolicyFault(PointerTo(Escape(name)), new Fault("A policy has no such member.")));
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private T? ReadCode<T>(JsonElement value, string name)
        where T : struct, Enum
    {
        if (value.ValueKind == JsonValueKind.String && Codes.Codes.TryParse<T>(value.GetString(), out var code)) return code;
        Add(name, $"One of these codes is expected here: {string.Join(", ", Codes.Codes.All<T>())}.");
        return null;
    }

    private bool Has(string name) => _members.ContainsKey(name);

    private JsonElement? Take(string name)
    {
        if (_members.Remove(name, out var value)) return value;
        Add(name, "This member is required.");
        return null;
    }

    private void Add(string name, string rule) => Add(name, new Fault(rule));

    private string PointerTo(string name) => $"{_pointer}/{name}";
}
