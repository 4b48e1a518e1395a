using System.Text;
using System.Text.Json;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>On which lines the observations of a JSON message stand: a document that was read does not know it any more.</summary>
internal sealed class JsonPlaces
{
    // data, dataSets, (an array and its object), series, its key, observations, its key.
    private const int OfSeries = 5;
    private const int OfObservation = 7;

    private readonly Dictionary<(string, string), int> _lines = [];

    /// <summary>Looks through a text that is well-formed.</summary>
    public static JsonPlaces Of(string text)
    {
        var (places, bytes) = (new JsonPlaces(), Encoding.UTF8.GetBytes(text));
        var (names, line, counted) = (new string[OfObservation + 1], 1, 0);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName || reader.CurrentDepth > OfObservation)
                continue;
            names[reader.CurrentDepth] = reader.GetString()!;
            if (reader.CurrentDepth != OfObservation)
                continue;
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            places._lines[(names[OfSeries], names[OfObservation])] = line;
        }

        return places;
    }

    /// <summary>The line of an observation, its series and its own key.</summary>
    public string Of(string series, string observation) => _lines.TryGetValue((series, observation), out var line)
        ? FormattableString.Invariant($"line {line}, series {series}, observation {observation}")
        : $"series {series}, observation {observation}";
}
