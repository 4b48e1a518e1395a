using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Web.Shared.Acting;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>
/// What a person typed, by the JSON pointer under which it stands in the body of the use case. It holds no rule: whatever was typed is sent,
/// and what the use case refuses comes back beside the field that it points to.
/// </summary>
/// <param name="name">The form's name, under which the tab keeps its draft.</param>
public sealed class Form(string name)
{
    /// <summary>What stands between the words of a list in the six languages, and the end of a line.</summary>
    internal static readonly char[] ListSeparators = [',', ';', ' ', '\n', '\r', '،', '؛', '、', '，', '；'];

    private const string InQuery = "query:";
    private const string RecordIdAt = "record-id";
    private const string KeyAt = "idempotency-key";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FieldKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The id of the record that the form makes: the same however often it is sent.</summary>
    public Guid RecordId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The idempotency key: a second click, a reload or a second tab of the same draft makes no second record.</summary>
    public string Key { get; private set; } = Guid.CreateVersion7().ToString();

    /// <summary>Whether it is being sent.</summary>
    public bool Busy { get; set; }

    /// <summary>The places that the use case does not let be left out.</summary>
    public IReadOnlySet<string> Required { get; set; } = FrozenSet<string>.Empty;

    /// <summary>Raised when something changed otherwise than by typing, so that each field shows it.</summary>
    public event Action? Changed;

    /// <summary>Raised when something was typed; told its place.</summary>
    public event Action<string>? Typed;

    /// <summary>The last refusal.</summary>
    public Problem? Problem
    {
        get;
        set
        {
            field = value;
            Changed?.Invoke();
        }
    }

    /// <summary>What was typed at a place; empty where nothing was.</summary>
    public string this[string at]
    {
        get => _values.GetValueOrDefault(at, "");
        set => _values[at] = value ?? "";
    }

    /// <summary>Says how a place is sent; the first value is taken where nothing stands there and nothing was typed yet.</summary>
    public void Declare(string at, FieldKind kind, string first = "")
    {
        _kinds[at] = kind;
        _first.TryAdd(at, first);
        _values.TryAdd(at, _added.Any(row => at.StartsWith(row, StringComparison.Ordinal)) ? first : _first[at]);
    }

    /// <summary>Takes what was typed there. The browser has it in the draft already, and may have something newer by now.</summary>
    public void Type(string at, string value)
    {
        this[at] = value;
        Typed?.Invoke(at);
    }

    /// <summary>Says what stands at a place before anything is typed. No draft keeps it: another reading of the record may have another.</summary>
    public void Begin(string at, string stands) => _values[at] = _first[at] = stands;

    /// <summary>Puts a value there otherwise than by typing, so that its field shows it and the draft has it.</summary>
    public void Say(string at, string value)
    {
        this[at] = value;
        Changed?.Invoke();
    }

    /// <summary>The body as the use case takes it; members that are all numbered from 0 on are a list (RFC 6901).</summary>
    public JsonObject Body()
    {
        var body = new JsonObject();
        foreach (var (at, kind) in _kinds)
        {
            if (!IsBehindRows(at) && Value(kind, this[at].Trim()) is { } value)
                Put(body, at, value);
        }

        return (JsonObject)WithLists(body);
    }

    /// <summary>What was typed, by its place, as it stands now.</summary>
    public Dictionary<string, string> Values() => new(_values, StringComparer.Ordinal);

    /// <summary>What was refused at a place or below it.</summary>
    public IReadOnlyList<InputError> ErrorsAt(string at) => [.. (Problem?.Errors ?? []).Where(error => IsAt(error, at))];

    /// <summary>What was refused of fields together: at the place itself, and at none of those below it.</summary>
    public IReadOnlyList<InputError> ErrorsOfGroup(string at) =>
        [.. ErrorsAt(at).Where(error => !_kinds.Keys.Any(place => place.StartsWith(at + "/", StringComparison.Ordinal) && IsAt(error, place)))];

    /// <summary>How many rows a list of the form has.</summary>
    public int RowsAt(string at) => int.TryParse(this[at], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 0;

    /// <summary>Adds a row in which nothing was typed.</summary>
    public void AddRow(string at)
    {
        var rows = RowsAt(at);
        foreach (var old in Below(at, rows))
            _values.Remove(old);
        _added.Add(RowAt(at, rows));
        SetRows(at, rows + 1);
    }

    /// <summary>Takes a row away; those behind it move up.</summary>
    public void RemoveRow(string at, int row)
    {
        var last = RowsAt(at) - 1;
        for (; row < last; row++)
        {
            foreach (var next in Below(at, row + 1))
                this[RowAt(at, row) + next[RowAt(at, row + 1).Length..]] = this[next];
        }

        foreach (var old in Below(at, last))
            this[old] = "";
        // A refusal names rows by their numbers, which are others now.
        Problem = null;
        SetRows(at, last);
    }

    /// <summary>What was refused at no place of the form.</summary>
    public IReadOnlyList<InputError> OtherErrors => [.. (Problem?.Errors ?? []).Where(error => !_kinds.Keys.Any(at => IsAt(error, at)))];

    /// <summary>Begins the next record: a new id and key, the named places empty, all others as they were.</summary>
    public void Renew(params ReadOnlySpan<string> emptied)
    {
        foreach (var at in emptied)
            this[at] = "";
        // What is carried over is what the next record begins with, not a draft of it.
        foreach (var (at, value) in _values)
            _first[at] = value;
        BeginAnother();
    }

    /// <summary>Makes another record of what is typed, under a new id and key: those that it had belong to what was sent before.</summary>
    public void BeginAnother() => (RecordId, Key, Problem) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString(), null);

    /// <summary>What stands in the form otherwise than it stood before, or than it stood at first.</summary>
    /// <param name="before">What <see cref="Values"/> were; null compares with the first values alone.</param>
    public Dictionary<string, string> Told(IReadOnlyDictionary<string, string>? before = null) => _values
        .Where(value => _kinds.GetValueOrDefault(value.Key) != FieldKind.Secret)
        .Where(value => value.Value != (before?.GetValueOrDefault(value.Key) ?? _first.GetValueOrDefault(value.Key, "")))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The draft as the tab keeps it: what was told, and the id and key under which it is sent.</summary>
    public string Draft() => JsonSerializer.Serialize(new Dictionary<string, string>(Told()) { [RecordIdAt] = RecordId.ToString(), [KeyAt] = Key });

    /// <summary>Takes over a draft that the tab kept; one that cannot be read is left.</summary>
    public void Resume(string? draft)
    {
        if (draft is null)
            return;
        try
        {
            foreach (var (at, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(draft) ?? [])
            {
                switch (at)
                {
                    case RecordIdAt when Guid.TryParse(text, out var id):
                        RecordId = id;
                        break;
                    case KeyAt:
                        Key = text;
                        break;
                    default:
                        _values[at] = text;
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Another program wrote it; the form begins empty.
        }

        Changed?.Invoke();
    }

    private static string RowAt(string at, int row) => string.Create(CultureInfo.InvariantCulture, $"{at}/{row}/");

    private List<string> Below(string at, int row) => [.. _values.Keys.Where(place => place.StartsWith(RowAt(at, row), StringComparison.Ordinal))];

    private void SetRows(string at, int rows) => Say(at, rows.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a place is in a row that was taken away: its field was declared, and is not on the page any more.</summary>
    private bool IsBehindRows(string at) => _kinds.Any(list => list.Value == FieldKind.Rows && at.StartsWith(list.Key + "/", StringComparison.Ordinal)
        && int.TryParse(at[(list.Key.Length + 1)..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row >= RowsAt(list.Key));

    private static bool IsAt(InputError error, string at)
    {
        // What a use case takes behind its address beside a file stands in the form like a member of a body.
        var place = error.Pointer.StartsWith(InQuery, StringComparison.Ordinal) ? "/" + error.Pointer[InQuery.Length..] : error.Pointer;
        return place == at || place.StartsWith(at + "/", StringComparison.Ordinal);
    }

    private static JsonNode? Value(FieldKind kind, string text) => kind switch
    {
        FieldKind.Flag => JsonValue.Create(text == "true"),
        FieldKind.Text or FieldKind.Secret => text.Length == 0 ? null : JsonValue.Create(text),
        FieldKind.Number => text.Length == 0 ? null : Number(text),
        FieldKind.Moment or FieldKind.Day or FieldKind.Date => text.Length == 0 ? null : JsonValue.Create(TypedDate.Sent(kind, text)),
        FieldKind.KnownText => Known(text, value => JsonValue.Create(value)),
        FieldKind.KnownDate => Known(text, value => JsonValue.Create(TypedDate.Sent(kind, value))),
        FieldKind.KnownNumber => Known(text, Number),
        FieldKind.List => List(text),
        FieldKind.KnownList => Known(text, List),
        FieldKind.Lines => List(text, '\n'),
        FieldKind.Days => new JsonArray([.. Split(text, '\n').Select(day => JsonValue.Create(TypedDate.Sent(FieldKind.Day, day)))]),
        FieldKind.Rows => new JsonArray(),
        FieldKind.Group => null,
    };

    private static JsonObject Known(string text, Func<string, JsonNode> value) => text switch
    {
        "" => new JsonObject { ["is"] = "unknown" },
        KnownValue.None => new JsonObject { ["is"] = "none" },
        _ => new JsonObject { ["is"] = "known", ["value"] = value(text) },
    };

    private static JsonNode Number(string text) =>
        TypedNumber.TryParse(text, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);

    private static JsonArray List(string text) => List(text, ListSeparators);

    private static JsonArray List(string text, params char[] separators) =>
        [.. Split(text, separators).Select(item => JsonValue.Create(item))];

    private static string[] Split(string text, params char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonNode WithLists(JsonObject body)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (value is JsonObject inner && WithLists(inner) is JsonArray list)
                body[name] = list;
        }

        return body.Count > 0 && body.All(member => int.TryParse(member.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new JsonArray([.. body.OrderBy(member => int.Parse(member.Key, CultureInfo.InvariantCulture)).Select(member => member.Value?.DeepClone())])
            : body;
    }

    private static void Put(JsonObject body, string at, JsonNode value)
    {
        var parts = at.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts[..^1])
        {
            if (body[part] is not JsonObject inner)
                body[part] = inner = [];
            body = inner;
        }

        body[parts[^1]] = value;
    }
}

/// <summary>Statements that stand in a field in place of a value.</summary>
internal static class KnownValue
{
    /// <summary>It is known that there is none. No text that a person types: it has a control character.</summary>
    public const string None = "\u0000none";

    /// <summary>The same as it stands in a body, and so in what a refusal suggests.</summary>
    public const string NoneAsSent = """{"is":"none"}""";

    /// <summary>A value as it would have been typed.</summary>
    public static string Typed<T>(Known<T> known)
        where T : notnull => known.Match(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", () => None, () => "");
}
