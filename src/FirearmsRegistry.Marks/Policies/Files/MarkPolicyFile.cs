using System.Text;
using System.Text.Json;

using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Policies.Files;

/// <summary>Reads mark policies from their JSON files (<c>schemas/policies/</c>, described by <c>policy.schema.json</c> there).</summary>
/// <remarks>
/// Every rule names its source, unknown members are refused, and no policy may ask for less than the least that any source allows:
/// 1.5875 mm of height and 0.0762 mm of depth (27 CFR 478.92).
/// </remarks>
public static class MarkPolicyFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly Fault HeightFloor = new("No policy allows characters of less than 1.5875 mm.", "27 CFR 478.92");
    private static readonly Fault DepthFloor = new("No policy allows a depth of less than 0.0762 mm.", "27 CFR 478.92; Implementing Directive (EU) 2024/325");

    /// <summary>Reads a policy for a country.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="country">The country that applies it.</param>
    public static PolicyFileReading Read(string json, CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var utf8 = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Read(utf8, country);
    }

    /// <summary>Reads a policy for a country.</summary>
    /// <param name="utf8Json">The file. It is read to its end and not closed.</param>
    /// <param name="country">The country that applies it.</param>
    public static PolicyFileReading Read(Stream utf8Json, CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var faults = new List<PolicyFault>();
        try
        {
            using var document = JsonDocument.Parse(utf8Json, Options);
            var policy = Policy(PolicyNode.Of(document.RootElement, "", faults), country);
            return new PolicyFileReading(faults.Count == 0 ? policy : null, faults);
        }
        catch (JsonException e)
        {
            return new PolicyFileReading(null, [new PolicyFault("", new Fault($"The file is not JSON: {e.Message}", "RFC 8259"))]);
        }
        catch (InvalidOperationException)
        {
            // The reader says in this way that a string is no Unicode.
            return new PolicyFileReading(null, [new PolicyFault("", new Fault("A string holds half of a surrogate pair.", "RFC 8259 section 8"))]);
        }
    }

    private static MarkPolicy Policy(PolicyNode file, CountryCode country)
    {
        file.Ignore("$schema");
        var (id, name) = (Id(file), file.Text("name"));
        var height = file.Node("height");
        var leastHeight = Bound(height, Millimetres.Of(1.5875m).GetOrThrow(), HeightFloor);
        var smaller = height.RequiredFlag("smallPartsMayCarryLess");
        height.Close();
        var depth = file.Node("depth");
        var leastDepth = Bound(depth, Millimetres.Of(0.0762m).GetOrThrow(), DepthFloor);
        depth.Close();
        var policy = new MarkPolicy(country, Requirements(file.Node("triggers")))
        {
            Id = id,
            Name = name,
            LeastHeight = leastHeight,
            SmallPartsMayCarryLess = smaller,
            LeastDepth = leastDepth,
            Components = Components(file.Node("components")),
            Location = Location(file.Node("location")),
            Methods = Methods(file.Node("methods")),
            NonMetallic = file.OptionalNode("nonMetallicFrame") is { } nonMetallic ? NonMetallic(nonMetallic) : null,
            TextOrders = TextOrders(file),
        };
        file.Close();
        return policy;
    }

    private static string Id(PolicyNode file)
    {
        var id = file.Text("id");
        if (id.Any(character => !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-'))
            file.Add("id", new Fault("An id has small letters, digits and hyphens only."));
        return id;
    }

    private static Bound Bound(PolicyNode node, Millimetres floor, Fault belowFloor)
    {
        var (least, target, source) = (node.Length("leastMm"), node.OptionalLength("targetMm"), node.Text("source"));
        if (least < floor) node.Add("leastMm", belowFloor);
        if (target < least) node.Add("targetMm", new Fault("The target is not less than the least size."));
        return new Bound(least ?? floor, source, target);
    }

    private static ComponentRule Components(PolicyNode node)
    {
        var essential = node.CodeList<ComponentKind>("essential").ToHashSet();
        if (!essential.Any(kind => kind.IsPrimary())) node.Add("essential", new Fault("A frame or receiver is among the essential parts.", "ITI 10"));
        var rule = new ComponentRule(essential, node.Text("source"));
        node.Close();
        return rule;
    }

    private static LocationRule Location(PolicyNode node)
    {
        var rule = new LocationRule(node.RequiredFlag("mustBeExposed"), node.Text("source"));
        node.Close();
        return rule;
    }

    private static MethodRule Methods(PolicyNode node)
    {
        var rule = new MethodRule(node.CodeList<MarkMethod>("toDecideOn").ToHashSet(), node.Text("source"));
        node.Close();
        return rule;
    }

    private static NonMetallicRule NonMetallic(PolicyNode node)
    {
        var rule = new NonMetallicRule(node.Code<MarkMethod>("method"), node.Text("source"));
        node.Close();
        return rule;
    }

    private static Dictionary<MarkKind, TextOrder> TextOrders(PolicyNode file)
    {
        var orders = new Dictionary<MarkKind, TextOrder>();
        foreach (var node in file.Nodes("textOrder"))
        {
            var kind = node.Code<MarkKind>("kind");
            var order = new TextOrder(node.CodeList<MarkTextPart>("parts"), node.Text("source"));
            node.Close();
            if (order.Parts.Count == 0) node.Add("parts", new Fault("An order has at least one part."));
            if (!orders.TryAdd(kind, order)) node.Add("kind", new Fault("Each kind of mark has one order."));
        }

        return orders;
    }

    private static Dictionary<MarkTrigger, IReadOnlyList<MarkRequirement>> Requirements(PolicyNode node)
    {
        var requirements = new Dictionary<MarkTrigger, IReadOnlyList<MarkRequirement>>();
        foreach (var trigger in Enum.GetValues<MarkTrigger>())
            requirements[trigger] = [.. node.Nodes(Codes.Codes.Of(trigger)).Select(Requirement)];
        node.Close();
        return requirements;
    }

    private static MarkRequirement Requirement(PolicyNode node)
    {
        var requirement = new MarkRequirement(node.Code<MarkKind>("kind"), node.CodeList<MarkElement>("elements"), node.Text("source"))
        {
            AlsoKinds = node.OptionalCodes<MarkKind>("alsoKinds"),
            AlternativeElements = node.OptionalCodes<MarkElement>("alternativeElements"),
            Encouraged = node.OptionalCodes<MarkTextPart>("encouraged"),
            OnPrimaryComponent = node.Flag("onPrimaryComponent"),
            OnOtherComponent = node.Flag("onOtherComponent"),
            OfPolicyCountry = node.Flag("ofPolicyCountry"),
            OnlyIfNotUniquelyMarked = node.Flag("onlyIfNotUniquelyMarked"),
            CertificateServes = node.Flag("certificateServes"),
        };
        if (requirement.Elements.Count == 0) node.Add("elements", new Fault("A mark that is required tells something."));
        if (requirement.OnPrimaryComponent && requirement.OnOtherComponent)
            node.Add(new Fault("A mark stands on the frame or receiver or on another part; two requirements ask for both."));
        node.Close();
        return requirement;
    }
}
