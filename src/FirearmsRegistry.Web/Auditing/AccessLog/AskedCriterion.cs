using System.Text.Json;

namespace FirearmsRegistry.Web.Auditing.AccessLog;

/// <summary>One thing that a look-up asked, as the log keeps it: never a person's data.</summary>
/// <param name="Name">The member's name in snake_case, under which its words stand.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Values">What was asked; several where the look-up took several.</param>
internal sealed record AskedCriterion(string Name, AskedKind Kind, IReadOnlyList<string> Values)
{
    private static readonly Dictionary<string, AskedKind> Kinds = new(StringComparer.Ordinal)
    {
        ["mark"] = AskedKind.Mark,
        ["marks"] = AskedKind.Mark,
        ["texts"] = AskedKind.Mark,
        ["serials"] = AskedKind.Mark,
        ["number"] = AskedKind.Mark,
        ["maker"] = AskedKind.Text,
        ["model"] = AskedKind.Text,
        ["calibre"] = AskedKind.Text,
        ["country"] = AskedKind.Country,
        ["partner"] = AskedKind.Country,
        ["from"] = AskedKind.Moment,
        ["to"] = AskedKind.Moment,
        ["as_known_at"] = AskedKind.Moment,
        ["personal_data"] = AskedKind.Flag,
        ["repeated"] = AskedKind.Flag,
        ["trace_request"] = AskedKind.TraceRequest,
        ["trace_request_id"] = AskedKind.TraceRequest,
        ["party_id"] = AskedKind.Party,
        ["series_id"] = AskedKind.NumberSeries,
        ["record_id"] = AskedKind.Record,
        ["subject"] = AskedKind.Person,
        ["category"] = AskedKind.Category,
        ["refused"] = AskedKind.Refusal,
        ["by"] = AskedKind.By,
    };

    /// <summary>What was asked, without what was left open.</summary>
    public static IReadOnlyList<AskedCriterion> Of(JsonElement criteria) => criteria.ValueKind != JsonValueKind.Object
        ? []
        : [.. criteria.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).Select(Read).Where(asked => asked.Values.Count > 0)];

    private static AskedCriterion Read(JsonProperty member)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);
        var values = member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select(value => value.ToString()).ToList()
            : [member.Value.ToString()];
        return new AskedCriterion(name, member.Value.ValueKind == JsonValueKind.Number ? AskedKind.Code : Kinds.GetValueOrDefault(name), values);
    }
}

/// <summary>How something that was asked is shown.</summary>
internal enum AskedKind
{
    /// <summary>A code, a number or an id as it is.</summary>
    Code,

    /// <summary>A mark.</summary>
    Mark,

    /// <summary>What a person typed.</summary>
    Text,

    /// <summary>A country, by its name.</summary>
    Country,

    /// <summary>A moment.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A trace request.</summary>
    TraceRequest,

    /// <summary>A person or organisation.</summary>
    Party,

    /// <summary>A series of national numbers.</summary>
    NumberSeries,

    /// <summary>A record of any kind.</summary>
    Record,

    /// <summary>Somebody with an account.</summary>
    Person,

    /// <summary>In which role a party has arms.</summary>
    Category,

    /// <summary>Why nothing was shown.</summary>
    Refusal,

    /// <summary>By what was looked for, where that itself is not kept.</summary>
    By,
}
