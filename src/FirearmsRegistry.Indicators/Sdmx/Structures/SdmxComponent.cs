namespace FirearmsRegistry.Indicators.Sdmx.Structures;

/// <summary>To what an attribute is attached.</summary>
public enum SdmxLevel
{
    /// <summary>To each observation.</summary>
    Observation,

    /// <summary>To a series: all dimensions but the time.</summary>
    Series,
}

/// <summary>A dimension, measure or attribute of a data structure.</summary>
/// <param name="Id">Its id, which is its name in every message.</param>
/// <param name="Name">Its English name.</param>
/// <param name="CodeList">The id of the code list of its values; none for free values.</param>
/// <param name="Level">Of an attribute, to what it is attached.</param>
/// <param name="Mandatory">Of an attribute, whether it must be there.</param>
/// <param name="Written">The value that this system writes where nothing else is said.</param>
public sealed record SdmxComponent(
    string Id, string Name, string? CodeList = null, SdmxLevel Level = SdmxLevel.Observation, bool Mandatory = false, string? Written = null);

/// <summary>A maintained artefact in a version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its English name.</param>
public sealed record SdmxArtefact(string Id, string Version, string Name);

/// <summary>The codes of a list with their English names.</summary>
/// <param name="Agency">Who maintains it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Codes">The names by code.</param>
public sealed record SdmxCodeList(string Agency, string Version, IReadOnlyDictionary<string, string> Codes);
