using System.Globalization;
using System.Text.Json;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Follows a reader and knows the RFC 6901 pointer of the token it stands on.</summary>
internal sealed class JsonPointerTracker
{
    private readonly Stack<Level> _levels = new();
    private string? _property;

    public string Current
    {
        get
        {
            var parts = _levels.Reverse().Select(level => level.Segment).Where(segment => segment is not null).ToList();
            if (_property is not null)
                parts.Add(_property);
            else if (_levels.TryPeek(out var top) && top.Index >= 0)
                parts.Add(top.Index.ToString(CultureInfo.InvariantCulture));
            return string.Concat(parts.Select(part => "/" + Escape(part!)));
        }
    }

    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public void Advance(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _property = Name(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                NextElement();
                _levels.Push(new Level(Segment(), reader.TokenType == JsonTokenType.StartArray ? -1 : int.MinValue));
                _property = null;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop();
                _property = null;
                break;
            default:
                NextElement();
                break;
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private void NextElement()
    {
        if (_levels.TryPeek(out var top) && top.Index != int.MinValue)
        {
            _property = null;
            top.Index++;
        }
    }

    private string? Segment() =>
        _property ?? (_levels.TryPeek(out var top) && top.Index >= 0 ? top.Index.ToString(CultureInfo.InvariantCulture) : null);

    private sealed class Level(string? segment, int index)
    {
        public string? Segment { get; } = segment;

        public int Index { get; set; } = index;
    }
}
