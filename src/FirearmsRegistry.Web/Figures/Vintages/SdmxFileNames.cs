using FirearmsRegistry.Indicators.Sdmx.Writing;

namespace FirearmsRegistry.Web.Figures.Vintages;

/// <summary>How the messages are called where they are kept: the four of one vintage side by side.</summary>
internal static class SdmxFileNames
{
    /// <summary>What stands behind the vintage's label.</summary>
    public static string EndOf(SdmxFormat format) => format switch
    {
        SdmxFormat.Csv1 => "sdmx1.csv",
        SdmxFormat.Csv2 => "sdmx2.csv",
        SdmxFormat.Ml21 => "sdmx.xml",
        SdmxFormat.Json20 => "sdmx.json",
    };
}
