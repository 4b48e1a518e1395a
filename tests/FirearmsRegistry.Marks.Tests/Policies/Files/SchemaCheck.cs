using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FirearmsRegistry.Marks.Tests.Policies.Files;

/// <summary>
/// Checks a document against the part of JSON Schema 2020-12 that the policies' schema uses. A keyword that it does not know is an
/// error, so that the schema cannot outgrow it unseen. No validator under a free licence could be restored.
/// </summary>
internal sealed class SchemaCheck(JsonNode schema)
{
    public IReadOnlyList<string> Errors(JsonNode? document)
    {
        var errors = new List<string>();
        Check(schema, document, "", errors);
        return errors;
    }

    private void Check(JsonNode rules, JsonNode? value, string at, List<string> errors)
    {
        foreach (var (keyword, rule) in rules.AsObject())
        {
            if (!Holds(keyword, rule!, rules, value, at, errors)) errors.Add($"{at}: {keyword}");
        }
    }

    private bool Holds(string keyword, JsonNode rule, JsonNode rules, JsonNode? value, string at, List<string> errors)
    {
        var (members, items) = (value as JsonObject, value as JsonArray);
        var text = value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : null;
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description":
                return true;
            case "$ref":
                Check(Resolve(rule.GetValue<string>()), value, at, errors);
                return true;
            case "type":
                return TypeOf(value) == rule.GetValue<string>();
            case "enum":
                return rule.AsArray().Any(code => JsonNode.DeepEquals(code, value));
            case "const":
                return JsonNode.DeepEquals(rule, value);
            case "not":
                return Errors(rule, value).Count > 0;
            case "required":
                return members is null || rule.AsArray().All(name => members.ContainsKey(name!.GetValue<string>()));
            case "properties":
                foreach (var (name, sub) in rule.AsObject())
                {
                    if (members is not null && members.TryGetPropertyValue(name, out var member)) Check(sub!, member, $"{at}/{name}", errors);
                }

                return true;
            case "additionalProperties":
                Assert.False(rule.GetValue<bool>());
                return members is null || members.All(member => rules["properties"]!.AsObject().ContainsKey(member.Key));
            case "items":
                for (var i = 0; i < (items?.Count ?? 0); i++) Check(rule, items![i], string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"), errors);
                return true;
            case "contains":
                return items is null || items.Any(item => Errors(rule, item).Count == 0);
            case "minItems":
                return items is null || items.Count >= rule.GetValue<int>();
            case "uniqueItems":
                return items is null || items.Select(item => item?.ToJsonString()).Distinct().Count() == items.Count;
            case "minLength":
                return text is null || text.Length >= rule.GetValue<int>();
            case "maxLength":
                return text is null || text.Length <= rule.GetValue<int>();
            case "pattern":
                return text is null || Regex.IsMatch(text, rule.GetValue<string>());
            case "minimum":
                return TypeOf(value) != "number" || value!.GetValue<decimal>() >= rule.GetValue<decimal>();
            case "maximum":
                return TypeOf(value) != "number" || value!.GetValue<decimal>() <= rule.GetValue<decimal>();
            default:
                throw new NotSupportedException($"The schema uses {keyword}, which is not checked here.");
        }
    }

    private List<string> Errors(JsonNode rules, JsonNode? value)
    {
        var errors = new List<string>();
        Check(rules, value, "", errors);
        return errors;
    }

    private JsonNode Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(schema, (node, name) => node[name] ?? throw new NotSupportedException($"{reference} leads nowhere."));

    private static string TypeOf(JsonNode? value) => value?.GetValueKind().ToString().ToLowerInvariant() switch
    {
        null => "null",
        "true" or "false" => "boolean",
        var kind => kind,
    };
}
