using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Sdmx.Structures;

/// <summary>
/// A version of the data structure of the SDG indicators as far as messages are written and checked by it. It comes from a file
/// (<c>schemas/sdmx</c>), since a new version appears about once a quarter.
/// </summary>
public sealed class SdmxStructure
{
    internal const string Series = "SERIES";
    internal const string Area = "REF_AREA";
    internal const string ReportingType = "REPORTING_TYPE";
    internal const string National = "N";

    private readonly StructureFile _file;

    internal SdmxStructure(StructureFile file, IReadOnlyDictionary<string, SdmxCodeList> codeLists)
    {
        (_file, CodeLists) = (file, codeLists);
        Components = [.. Dimensions, TimeDimension, Measure, .. Attributes];
    }

    /// <summary>Who maintains structure and dataflow.</summary>
    public string Agency => _file.Agency;

    /// <summary>The data structure.</summary>
    public SdmxArtefact DataStructure => _file.DataStructure;

    /// <summary>The dataflow of country data.</summary>
    public SdmxArtefact Dataflow => new(_file.Dataflow.Id, _file.Dataflow.Version, _file.Dataflow.Name);

    /// <summary>The version by which a person asks for the structure.</summary>
    public string Version => DataStructure.Version;

    /// <summary>The dataflow as messages name it: <c>IAEG-SDGs:DF_SDG_GLC(1.22)</c>.</summary>
    public string DataflowReference => $"{Agency}:{Dataflow.Id}({Dataflow.Version})";

    /// <summary>The dataflow's name as a URN.</summary>
    public string DataflowUrn => $"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={DataflowReference}";

    /// <summary>The data structure's name as a URN.</summary>
    public string DataStructureUrn =>
        $"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={Agency}:{DataStructure.Id}({DataStructure.Version})";

    /// <summary>The dimensions of a series, in the order of the key.</summary>
    public IReadOnlyList<SdmxComponent> Dimensions => _file.Dimensions;

    /// <summary>The time.</summary>
    public SdmxComponent TimeDimension => _file.TimeDimension;

    /// <summary>The value.</summary>
    public SdmxComponent Measure => _file.Measure;

    /// <summary>The attributes.</summary>
    public IReadOnlyList<SdmxComponent> Attributes => _file.Attributes;

    /// <summary>The statuses of an observation that has no value.</summary>
    public IReadOnlyList<string> MissingStatuses => _file.MissingStatuses;

    /// <summary>The code lists by their ids.</summary>
    public IReadOnlyDictionary<string, SdmxCodeList> CodeLists { get; }

    /// <summary>All components in the order of a table's columns.</summary>
    public IReadOnlyList<SdmxComponent> Components { get; }

    /// <summary>
    /// The custom breakdown under which figures stand that are not those of the published series; null for those that are, and where none is configured.
    /// </summary>
    internal SdmxBreakdown? BreakdownOf(FigureIntake intake, IndicatorVariant variant) =>
        _file.Breakdowns?.FirstOrDefault(breakdown => (breakdown.Intake, breakdown.Variant) == (intake, variant));

    /// <summary>The only values that a component may have in the dataflow and in a series, and whose rule that is; null where any will do.</summary>
    internal (IReadOnlyList<string> Values, string Rule)? Allowed(string? series, string component)
    {
        if (_file.Dataflow.Allowed?.GetValueOrDefault(component) is { } inDataflow)
            return (inDataflow, $"the dataflow {DataflowReference}");
        if (component == Series)
            return ([.. _file.Series.Keys], "the file of the structure, which says of no other series what it may hold");
        return series is not null && _file.Series.GetValueOrDefault(series)?.Allowed.GetValueOrDefault(component) is { } inSeries
            ? (inSeries, $"the content constraint of {series}")
            : null;
    }

    /// <summary>The English name of a code, or the code itself where there is no list.</summary>
    internal string NameOf(SdmxComponent component, string code) =>
        component.CodeList is { } list ? CodeLists[list].Codes.GetValueOrDefault(code, code) : code;
}

/// <summary>A structure as its file says it.</summary>
internal sealed record StructureFile(
    string Source,
    string Agency,
    SdmxArtefact DataStructure,
    DataflowFile Dataflow,
    string CodeListFile,
    IReadOnlyList<SdmxComponent> Dimensions,
    SdmxComponent TimeDimension,
    SdmxComponent Measure,
    IReadOnlyList<SdmxComponent> Attributes,
    IReadOnlyList<string> MissingStatuses,
    IReadOnlyDictionary<string, SeriesFile> Series,
    IReadOnlyList<SdmxBreakdown>? Breakdowns = null);

/// <summary>A State's own breakdown: the figures of one intake and formula.</summary>
/// <param name="Code">Its code, of the list of custom codes.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="Label">What it is, in the words that go with each figure.</param>
internal sealed record SdmxBreakdown(string Code, FigureIntake Intake, IndicatorVariant Variant, string Label);

/// <summary>A dataflow and the only values that some components may have in it.</summary>
internal sealed record DataflowFile(string Id, string Version, string Name, IReadOnlyDictionary<string, IReadOnlyList<string>>? Allowed = null);

/// <summary>The only values that some components may have in a series.</summary>
internal sealed record SeriesFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed);

/// <summary>Code lists as their file says them.</summary>
internal sealed record CodeListsFile(string Source, IReadOnlyDictionary<string, SdmxCodeList> CodeLists);
