using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Writing;

/// <summary>The message formats.</summary>
public enum SdmxFormat
{
    /// <summary>SDMX-CSV 2.0.</summary>
    Csv2,

    /// <summary>SDMX-CSV 1.0.</summary>
    Csv1,

    /// <summary>SDMX-ML 2.1, generic time series.</summary>
    Ml21,

    /// <summary>SDMX-JSON 2.0.</summary>
    Json20,
}

/// <summary>Writes observations as a message.</summary>
public static class SdmxWriter
{
    /// <summary>Writes a message in UTF-8 without a byte order mark.</summary>
    public static void Write(
        Stream output, SdmxFormat format, SdmxStructure structure, IReadOnlyList<SdmxObservation> observations, SdmxEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(envelope);
        switch (format)
        {
            case SdmxFormat.Csv2:
            case SdmxFormat.Csv1:
                SdmxCsv.Write(output, format, structure, observations);
                break;
            case SdmxFormat.Ml21:
                SdmxMl.Write(output, structure, observations, envelope);
                break;
            case SdmxFormat.Json20:
                SdmxJson.Write(output, structure, observations, envelope);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "No such format.");
        }
    }

    /// <summary>The attributes that a message must show: those that are mandatory and those that have a value somewhere.</summary>
    internal static IReadOnlyList<SdmxComponent> Attributes(
        SdmxStructure structure, IReadOnlyList<SdmxObservation> observations) =>
        [.. structure.Attributes.Where(attribute => attribute.Mandatory || observations.Any(each => each[attribute.Id] is not null))];

    /// <summary>The observations by series, each with its key and its attributes.</summary>
    internal static IEnumerable<IGrouping<string, SdmxObservation>> Series(
        SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
    {
        var parts = structure.Dimensions.Concat(structure.Attributes.Where(attribute => attribute.Level is SdmxLevel.Series))
            .Select(part => part.Id).ToArray();
        return observations.GroupBy(each => string.Join('\n', parts.Select(part => each[part])), StringComparer.Ordinal);
    }
}
