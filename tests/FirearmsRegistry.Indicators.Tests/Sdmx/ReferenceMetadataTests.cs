using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Tests.Sdmx;

public sealed class ReferenceMetadataTests
{
    private static readonly SdmxStructure Structure = SdmxStructures.BuiltIn.Find("1.22")!;
    private static readonly string Spain = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference-metadata", "ESP.json"));

    [Fact]
    public void The_metadata_of_the_demo_country_say_all_that_is_needed()
    {
        var (metadata, findings) = ReferenceMetadata.Read(Spain, Structure);

        Assert.Empty(findings);
        Assert.Equal("724", metadata!.Target["REF_AREA"]);
        Assert.Contains("High is good", metadata.Concepts["RATIONALE"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"724\"", "\"0724\"", "REF_AREA")]
    [InlineData("\"REF_AREA\"", "\"AREA\"", "AREA")]
    [InlineData("\"RATIONALE\"", "\"RATIONAL\"", "RATIONALE")]
    [InlineData("\"RATIONALE\"", "\"RATIONAL\"", "RATIONAL")]
    [InlineData("SDG_MSD(1.0)", "SDG_MSD(0.3)", null)]
    public void What_is_missing_or_unknown_is_told(string right, string wrong, string? component) =>
        Assert.Contains(ReferenceMetadata.Read(Spain.Replace(right, wrong, StringComparison.Ordinal), Structure).Findings,
            finding => finding.Component == component);

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"concepts\":{}}")]
    [InlineData("[]")]
    public void What_is_no_metadata_is_a_finding_and_never_a_crash(string text)
    {
        var (metadata, findings) = ReferenceMetadata.Read(text, Structure);

        Assert.Null(metadata);
        Assert.NotEmpty(findings);
    }
}
