using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FirearmsRegistry.Web.Tests.Shared.Rules;

/// <summary>
/// What the API can tell, read from its sources: the texts given to a parameter of a record, such as the rule of an input error, are followed
/// through variables, parameters, properties and calls to where they are written.
/// </summary>
internal sealed class ToldTexts
{
    /// <summary>Where a text has a place for a value.</summary>
    public const char Place = '\uFFFC';

    /// <summary>More texts than these at one place are values and no words.</summary>
    private const int MostAtAPlace = 20;

    private static readonly string[] Projects = ["Marks", "Indicators", "Symbols", "Registry"];

    /// <summary>What reads files of the program itself, or is for the command line alone.</summary>
    private static readonly string[] NotOfTheApi = ["/FirearmsRegistry.Marks/Policies/Files/", "/FirearmsRegistry.Indicators/Figures/FigureFileReader.cs"];

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly ILookup<string, InvocationExpressionSyntax> _calls;
    private readonly ILookup<IMethodSymbol, (SeparatedSyntaxList<ArgumentSyntax> Arguments, SyntaxNode At)> _creations;
    private readonly HashSet<(string Record, string Parameter)> _elsewhere;
    private readonly HashSet<ISymbol> _within = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Symbol, bool InText), IReadOnlyCollection<string>?> _followed = [];
    private int _texts;

    /// <summary>Follows the texts.</summary>
    /// <param name="told">The records and their parameters that are told.</param>
    /// <param name="elsewhere">Those that have words of their own elsewhere.</param>
    public ToldTexts(IReadOnlyCollection<(string Record, string Parameter)> told, params IReadOnlyCollection<(string Record, string Parameter)> elsewhere)
    {
        _elsewhere = told.Concat(elsewhere).ToHashSet();
        var trees = Projects.SelectMany(project => Directory.EnumerateFiles(
                RepositoryRoot.Below("src", $"FirearmsRegistry.{project}"), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !NotOfTheApi.Any(other => file.Contains(other, StringComparison.Ordinal)))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(
                "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;"))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("FirearmsRegistry.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
        _compilation = CSharpCompilation.Create("api", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var nodes = trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).ToList();
        _calls = nodes.OfType<InvocationExpressionSyntax>().ToLookup(call => NameOf(call.Expression), StringComparer.Ordinal);
        _creations = Creations(nodes).ToLookup(
            creation => creation.Of, creation => (creation.Arguments, creation.At), (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
        foreach (var (record, parameter) in told)
            Follow(record, parameter);
    }

    /// <summary>The texts, with <see cref="Place"/> where a value stands, and where each is written.</summary>
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be followed to a text.</summary>
    public SortedSet<string> Lost { get; } = new(StringComparer.Ordinal);

    private void Follow(string record, string parameter)
    {
        var types = _compilation.GetSymbolsWithName(record, SymbolFilter.Type).OfType<INamedTypeSymbol>().ToList();
        Assert.NotEmpty(types);
        foreach (var constructor in types.SelectMany(type => type.InstanceConstructors))
        {
            if (constructor.Parameters.FirstOrDefault(each => each.Name == parameter) is not { } place)
                continue;
            foreach (var (arguments, at) in _creations[constructor])
            {
                if (Given(arguments, place) is { } given)
                    Take(given);
            }
        }
    }

    private void Take(ExpressionSyntax given)
    {
        if (Of(given) is { } texts)
        {
            foreach (var text in texts.Where(text => text.Length > 0))
                Texts.TryAdd(text, Where(given));
        }
        else
        {
            Lost.Add(Where(given));
        }
    }

    private static string Where(SyntaxNode node)
    {
        var line = node.GetLocation().GetLineSpan();
        var path = line.Path[(line.Path.IndexOf("/src/FirearmsRegistry.", StringComparison.Ordinal) + "/src/FirearmsRegistry.".Length)..];
        return $"{path}: {node}";
    }

    /// <summary>The texts that an expression can be; empty where they are told elsewhere or there is none, null where nobody can say.</summary>
    private IReadOnlyCollection<string>? Of(ExpressionSyntax expression)
    {
        var model = Model(expression);
        if (model.GetConstantValue(expression) is { HasValue: true } constant)
            return constant.Value is null ? [] : [Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!];
        return expression switch
        {
            ParenthesizedExpressionSyntax inner => Of(inner.Expression),
            CastExpressionSyntax cast => Of(cast.Expression),
            ElementAccessExpressionSyntax piece => Of(piece.Expression),
            PostfixUnaryExpressionSyntax sure => Of(sure.Operand),
            ThrowExpressionSyntax => [],
            ConditionalExpressionSyntax either => Union(Of(either.WhenTrue), Of(either.WhenFalse)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Union(Of(either.Left), Of(either.Right)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } both when model.GetTypeInfo(both).Type?.SpecialType == SpecialType.System_String =>
                Joined([Part(both.Left), Part(both.Right)]),
            SwitchExpressionSyntax one => one.Arms.Select(arm => Of(arm.Expression)).Aggregate((IReadOnlyCollection<string>?)[], Union),
            InterpolatedStringExpressionSyntax text => Joined(text.Contents.Select(Part)),
            _ => OfSymbol(expression, model) ?? (_texts > 0 ? [Place.ToString()] : null),
        };
    }

    private IReadOnlyCollection<string>? OfSymbol(ExpressionSyntax expression, SemanticModel model)
    {
        var symbol = model.GetSymbolInfo(expression).Symbol;
        if (symbol is IMethodSymbol formatting && IsFormatting(formatting) && expression is InvocationExpressionSyntax call)
            return Of(call.ArgumentList.Arguments[^1].Expression);
        if (symbol is null)
            return null;
        var known = (symbol, _texts > 0);
        if (_followed.TryGetValue(known, out var before))
            return before;
        if (!_within.Add(symbol))
            return [];
        try
        {
            return _followed[known] = symbol switch
            {
                IMethodSymbol method => OfMethod(method.OriginalDefinition),
                IParameterSymbol parameter => OfParameter(parameter),
                ILocalSymbol local => OfLocal(local),
                IPropertySymbol property => OfProperty(property.OriginalDefinition),
                IFieldSymbol field => Written(field).Select(Of).Aggregate((IReadOnlyCollection<string>?)[], Union) is { Count: > 0 } texts ? texts : null,
                _ => null,
            };
        }
        finally
        {
            _within.Remove(symbol);
        }
    }

    private static bool IsFormatting(IMethodSymbol method) =>
        method is { Name: "Create", ContainingType.SpecialType: SpecialType.System_String } or { Name: "Invariant", ContainingType.Name: "FormattableString" }
            or { Parameters: [{ Type.Name: "FormattableString" }] };

    private IReadOnlyCollection<string>? OfMethod(IMethodSymbol method)
    {
        var bodies = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).ToList();
        return bodies.Count == 0 ? null : bodies.SelectMany(Results).Select(Of).Aggregate((IReadOnlyCollection<string>?)[], Union);
    }

    private IReadOnlyCollection<string>? OfParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out)
            return Assigned(parameter).Select(Of).Aggregate((IReadOnlyCollection<string>?)[], Union);
        return Given(parameter) is { Count: > 0 } given
            ? given.Select(each => each is null ? Default(parameter) : Told(each)).Aggregate((IReadOnlyCollection<string>?)[], Union)
            : Elements(parameter)?.Select(Told).Aggregate((IReadOnlyCollection<string>?)[], Union);
    }

    /// <summary>The texts of an expression that is one of several; where it cannot be followed, it alone is lost.</summary>
    private IReadOnlyCollection<string>? Told(ExpressionSyntax expression)
    {
        if (Of(expression) is { } texts)
            return texts;
        Lost.Add(Where(expression));
        return [];
    }

    /// <summary>What is given for a parameter of a method, null where its default is.</summary>
    private IReadOnlyList<ExpressionSyntax?> Given(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method)
            return [];
        return [.. method.MethodKind == MethodKind.Constructor
            ? _creations[method.OriginalDefinition].Select(creation => Given(creation.Arguments, parameter))
            : Calls(method.OriginalDefinition).Select(call => Given(call.ArgumentList.Arguments, parameter, IsExtension(call, method)))];
    }

    /// <summary>What a parameter of a lambda goes through: the elements of the list that it is called for.</summary>
    private IEnumerable<ExpressionSyntax>? Elements(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax
        { Expression: MemberAccessExpressionSyntax { Expression: { } list } } ? Elements(list) : null;

    private IEnumerable<ExpressionSyntax>? Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax written => written.Elements.SelectMany(element => element switch
        {
            ExpressionElementSyntax one => [one.Expression],
            SpreadElementSyntax more => Elements(more.Expression) ?? [more.Expression],
            _ => Array.Empty<ExpressionSyntax>(),
        }),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" }, ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } made } }] } =>
            [made],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } before, Name.Identifier.ValueText: "Take" } } => Elements(before),
        IdentifierNameSyntax name when Model(name).GetSymbolInfo(name).Symbol is IParameterSymbol parameter && Given(parameter) is { Count: > 0 } given =>
            given.OfType<ExpressionSyntax>().SelectMany(each => Elements(each) ?? [each]),
        _ => null,
    };

    private IReadOnlyCollection<string>? OfLocal(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences[0].GetSyntax();
        var written = Assigned(local).ToList();
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } first }:
                written.Add(first);
                break;
            case SingleVariableDesignationSyntax when declaration.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } pattern:
                written.Add(pattern.Expression);
                break;
            case SingleVariableDesignationSyntax when declaration.FirstAncestorOrSelf<ArgumentSyntax>() is { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument:
                return Model(argument).GetSymbolInfo(argument.FirstAncestorOrSelf<InvocationExpressionSyntax>()!).Symbol is IMethodSymbol method
                    && method.OriginalDefinition.Parameters[((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument)] is { } place
                    && method.DeclaringSyntaxReferences.Length > 0
                        ? OfParameter(place) : null;
        }

        return written.Count == 0 ? null : written.Select(Of).Aggregate((IReadOnlyCollection<string>?)[], Union);
    }

    private IReadOnlyCollection<string>? OfProperty(IPropertySymbol property)
    {
        // What is told by another record is followed there; what the platform says of a fault is no text of ours.
        if (_elsewhere.Contains((property.ContainingType.Name, property.Name)))
            return [];
        if (property.Name == "Message" && IsException(property.ContainingType))
            return [];
        var written = property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).ToList();
        return written is [ParameterSyntax positional]
            ? OfParameter(property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .First(parameter => parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == positional)))
            : written.SelectMany(Results).Select(Of).Aggregate((IReadOnlyCollection<string>?)[], Union) is { Count: > 0 } texts ? texts : null;
    }

    private static bool IsException(INamedTypeSymbol? type) => type is not null && (type.Name == "Exception" || IsException(type.BaseType));

    /// <summary>The texts in a string, where those of a place that can be known stand in it, and others are a place.</summary>
    private IReadOnlyCollection<string> Part(InterpolatedStringContentSyntax content) => content switch
    {
        InterpolatedStringTextSyntax text => [text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)],
        InterpolationSyntax { FormatClause: null } place => Part(place.Expression),
        _ => [Place.ToString()],
    };

    private IReadOnlyCollection<string> Part(ExpressionSyntax expression)
    {
        var model = Model(expression);
        if (model.GetTypeInfo(expression).Type?.SpecialType != SpecialType.System_String && !model.GetConstantValue(expression).HasValue)
            return [Place.ToString()];
        _texts++;
        var texts = Of(expression);
        _texts--;
        return texts is { Count: > 0 and < MostAtAPlace } ? texts : [Place.ToString()];
    }

    private static IReadOnlyCollection<string> Joined(IEnumerable<IReadOnlyCollection<string>> parts) =>
        [.. parts.Aggregate<IReadOnlyCollection<string>, IEnumerable<string>>([""], (before, part) => before.SelectMany(text => part.Select(next => text + next)).ToList()).Distinct()];

    private static IReadOnlyCollection<string>? Union(IReadOnlyCollection<string>? one, IReadOnlyCollection<string>? other) =>
        one is null || other is null ? null : [.. one.Union(other)];

    private static IReadOnlyCollection<string>? Default(IParameterSymbol parameter) =>
        !parameter.HasExplicitDefaultValue ? null : parameter.ExplicitDefaultValue is string text ? [text] : [];

    private IEnumerable<InvocationExpressionSyntax> Calls(IMethodSymbol method) => _calls[method.Name].Where(call =>
        Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol called
        && SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method));

    private bool IsExtension(InvocationExpressionSyntax call, IMethodSymbol method) =>
        method.IsExtensionMethod && Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: not null };

    private static ExpressionSyntax? Given(SeparatedSyntaxList<ArgumentSyntax> arguments, IParameterSymbol parameter, bool isExtension = false) =>
        arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)?.Expression
        ?? (arguments.ElementAtOrDefault(parameter.Ordinal - (isExtension ? 1 : 0)) is { NameColon: null } positional ? positional.Expression : null);

    private IEnumerable<ExpressionSyntax> Assigned(ISymbol symbol)
    {
        var body = symbol.ContainingSymbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());
        foreach (var assignment in body.SelectMany(node => node.DescendantNodes()).OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is TupleExpressionSyntax names && assignment.Right is TupleExpressionSyntax values)
            {
                foreach (var (name, value) in names.Arguments.Zip(values.Arguments))
                {
                    if (SymbolEqualityComparer.Default.Equals(Model(name).GetSymbolInfo(name.Expression).Symbol, symbol))
                        yield return value.Expression;
                }
            }
            else if (SymbolEqualityComparer.Default.Equals(Model(assignment).GetSymbolInfo(assignment.Left).Symbol, symbol))
            {
                yield return assignment.Right;
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Written(IFieldSymbol field) => field.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().Select(declared => declared.Initializer?.Value).OfType<ExpressionSyntax>();

    /// <summary>What a method, a local function or a property gives back.</summary>
    private static IEnumerable<ExpressionSyntax> Results(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: { } one } => [one],
        LocalFunctionStatementSyntax { ExpressionBody.Expression: { } one } => [one],
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } one } => [one],
        PropertyDeclarationSyntax { Initializer.Value: { } one } => [one],
        _ => node.DescendantNodes(inner => inner == node || inner is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>().Select(result => result.Expression).OfType<ExpressionSyntax>(),
    };

    private IEnumerable<(IMethodSymbol Of, SeparatedSyntaxList<ArgumentSyntax> Arguments, SyntaxNode At)> Creations(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            var arguments = node switch
            {
                BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list,
                ConstructorInitializerSyntax { ArgumentList: { } list } => list,
                PrimaryConstructorBaseTypeSyntax { ArgumentList: { } list } => list,
                _ => null,
            };
            if (arguments is not null && Model(node).GetSymbolInfo(node).Symbol is IMethodSymbol constructor)
                yield return (constructor.OriginalDefinition, arguments.Arguments, node);
        }
    }

    private SemanticModel Model(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
            _models[node.SyntaxTree] = model = _compilation.GetSemanticModel(node.SyntaxTree);
        return model;
    }

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
