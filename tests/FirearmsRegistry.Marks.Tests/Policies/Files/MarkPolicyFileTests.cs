using System.Globalization;
using System.Text.Json.Nodes;

using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Policies.Files;

using CodeWords = FirearmsRegistry.Marks.Codes.Codes;

namespace FirearmsRegistry.Marks.Tests.Policies.Files;

public sealed class MarkPolicyFileTests
{
    private static readonly CountryCode Ghana = CountryCode.Parse("GHA").GetOrThrow();

    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Below("schemas", "policies", "policy.schema.json")))!;

    public static TheoryData<string> PolicyFiles() =>
        [.. Directory.GetFiles(RepositoryRoot.Below("schemas", "policies"), "*.json").Select(file => Path.GetFileName(file)).Where(name => name != "policy.schema.json").Order()];

    [Theory]
    [MemberData(nameof(PolicyFiles))]
    public void Every_policy_file_is_read_keeps_its_schema_and_comes_with_the_system(string file)
    {
        var json = Text(file);
        Assert.Empty(new SchemaCheck(Schema).Errors(JsonNode.Parse(json)));
        var reading = MarkPolicyFile.Read(json, Ghana);
        Assert.Empty(reading.Faults);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), reading.Policy!.Id);
        Assert.Contains(reading.Policy.Id, MarkPolicies.Ids);
        Assert.Equal(reading.Policy.LeastHeight, MarkPolicies.Of(reading.Policy.Id, Ghana).GetOrThrow().LeastHeight);
    }

    [Fact]
    public void The_schema_lists_the_codes_of_the_code()
    {
        Assert.Equal(CodeWords.All<MarkKind>(), CodesOf("kind"));
        Assert.Equal(CodeWords.All<ComponentKind>(), CodesOf("component"));
        Assert.Equal(CodeWords.All<MarkMethod>(), CodesOf("method"));
        Assert.Equal(CodeWords.All<MarkElement>(), CodesOf("element"));
        Assert.Equal(CodeWords.All<MarkTextPart>(), CodesOf("textPart"));
        Assert.Equal(CodeWords.All<MarkTrigger>(), Schema["properties"]!["triggers"]!["required"]!.AsArray().Select(code => code!.GetValue<string>()));
        Assert.Equal(
            Enum.GetValues<ComponentKind>().Where(kind => kind.IsPrimary()).Select(CodeWords.Of),
            Schema["properties"]!["components"]!["properties"]!["essential"]!["contains"]!["enum"]!.AsArray().Select(code => code!.GetValue<string>()));
    }

    public static TheoryData<string, string, string> Spoilt => new()
    {
        { "/height/leastMm", "1.5", "/height/leastMm" },
        { "/height/leastMm", "\"1.6\"", "/height/leastMm" },
        { "/height/targetMm", "1.59", "/height/targetMm" },
        { "/height/smallPartsMayCarryLess", "1", "/height/smallPartsMayCarryLess" },
        { "/depth/leastMm", "0.0761", "/depth/leastMm" },
        { "/depth/source", "\" \"", "/depth/source" },
        { "/depth/source", "-", "/depth/source" },
        { "/depth", "7", "/depth" },
        { "/id", "\"UN Protocol\"", "/id" },
        { "/name", "null", "/name" },
        { "/heigth", "{}", "/heigth" },
        { "/a~1b", "{}", "/a~1b" },
        { "/components/essential", "[\"barrel\"]", "/components/essential" },
        { "/components/essential", "[\"frame\",\"trigger\"]", "/components/essential/1" },
        { "/components/essential", "[\"frame\",\"frame\"]", "/components/essential/1" },
        { "/methods/toDecideOn", "\"laser\"", "/methods/toDecideOn" },
        { "/nonMetallicFrame/method", "\"paint\"", "/nonMetallicFrame/method" },
        { "/textOrder/1/kind", "\"manufacture\"", "/textOrder/1/kind" },
        { "/textOrder/0/parts", "[]", "/textOrder/0/parts" },
        { "/textOrder", "{}", "/textOrder" },
        { "/triggers/deactivation", "-", "/triggers/deactivation" },
        { "/triggers/birth", "[]", "/triggers/birth" },
        { "/triggers/manufacture/0/source", "-", "/triggers/manufacture/0/source" },
        { "/triggers/manufacture/0/elements", "[]", "/triggers/manufacture/0/elements" },
        { "/triggers/manufacture/0/elements", "[\"model\"]", "/triggers/manufacture/0/elements/0" },
        { "/triggers/manufacture/0/onOtherComponent", "true", "/triggers/manufacture/0" },
        { "/triggers/manufacture/0", "null", "/triggers/manufacture/0" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void What_is_wrong_is_told_with_its_pointer_and_the_schema_agrees(string member, string value, string pointer)
    {
        var file = JsonNode.Parse(Text("un-protocol.json"))!;
        Set(file, member, value);
        var reading = MarkPolicyFile.Read(file.ToJsonString(), Ghana);
        Assert.Null(reading.Policy);
        Assert.Contains(pointer, reading.Faults.Select(fault => fault.Pointer));
        // That a target is not below its floor and that a kind has one order cannot be said in a schema.
        if (member is not ("/height/targetMm" or "/textOrder/1/kind")) Assert.NotEmpty(new SchemaCheck(Schema).Errors(file));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var reading = MarkPolicyFile.Read("""{"id":"x","height":{"leastMm":1},"extra":1}""", Ghana);
        Assert.Null(reading.Policy);
        Assert.Superset(
            new HashSet<string>(["/name", "/height/source", "/height/leastMm", "/depth", "/components", "/triggers", "/extra"]),
            reading.Faults.Select(fault => fault.Pointer).ToHashSet());
        Assert.DoesNotContain("/depth/leastMm", reading.Faults.Select(fault => fault.Pointer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_no_policy_is_a_fault_and_never_an_exception(string json)
    {
        var reading = MarkPolicyFile.Read(json, Ghana);
        Assert.Null(reading.Policy);
        Assert.Equal("", reading.Faults[0].Pointer);
    }

    private static IEnumerable<string> CodesOf(string definition) => Schema["$defs"]![definition]!["enum"]!.AsArray().Select(code => code!.GetValue<string>());

    private static void Set(JsonNode file, string member, string value)
    {
        var path = member.Split('/').Skip(1).ToList();
        var parent = path[..^1].Aggregate(file, (node, name) => node is JsonArray list ? list[Index(name)]! : node[name]!);
        if (parent is JsonArray array) array[Index(path[^1])] = JsonNode.Parse(value);
        else if (value == "-") parent.AsObject().Remove(path[^1]);
        else parent[path[^1].Replace("~1", "/", StringComparison.Ordinal)] = JsonNode.Parse(value);
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    private static string Text(string file) => File.ReadAllText(RepositoryRoot.Below("schemas", "policies", file));
}
