using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using static FirearmsRegistry.Indicators.Tests.Sdmx.SdmxCase;

namespace FirearmsRegistry.Indicators.Tests.Sdmx;

public sealed class SdmxCheckTests
{
    [Theory]
    [InlineData("PT", "PERCENT", "is no code of IAEG-SDGs:CL_UNIT_MEASURE")]
    [InlineData("PT", "NUMBER", "content constraint of VC_ARM_SZTRACE; it must be PT")]
    [InlineData("VC_ARM_SZTRACE,724,_T", "VC_ARM_SZTRACE,724,F", "content constraint of VC_ARM_SZTRACE; it must be _T")]
    [InlineData("VC_ARM_SZTRACE,724", "VC_ARM_SZTRACE,0724", "no leading zeros: 724")]
    [InlineData("A,N,", "A,G,", "the dataflow IAEG-SDGs:DF_SDG_GLC(1.22); it must be N")]
    [InlineData("A,N,", "Z,N,", "is no code of SDMX:CL_FREQ")]
    [InlineData(",46.28,A,", ",46.28,,", "It must have a value.")]
    [InlineData(",46.28,A,", ",,A,", "OBS_STATUS does not say why")]
    [InlineData(",46.28,A,", ",46.28,O,", "says that there is no value")]
    [InlineData(",46.28,A,", ",146.28,A,", "no percentage from 0 to 100")]
    [InlineData(",2020,46.28,", ",2020-Q1,46.28,", "is no year")]
    [InlineData(",2020,46.28,", ",2019,46.28,", "stands twice, first at line")]
    [InlineData("DF_SDG_GLC(1.22),R,A,N,VC_ARM_SZTRACE,724,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2020", "DF_SDG_GLC(1.21),R,A,N,VC_ARM_SZTRACE,724,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2020", "it is checked as")]
    [InlineData("PRODUCT,TIME", "PRODUKT,TIME", "The column is missing.")]
    [InlineData("PRODUCT,TIME", "ACTIVITY,TIME", "The column stands twice.")]
    [InlineData("STRUCTURE_ID", "ID", "first columns")]
    [InlineData(",A,N,VC", ",M,N,VC", "it must be A. [code_not_allowed]")]
    [InlineData(",VC_ARM_SZTRACE,724,", ",SI_POV_DAY1,724,", "it must be VC_ARM_SZTRACE. [code_not_allowed]")]
    [InlineData(",VC_ARM_SZTRACE,724,", ",VC_ARM_SZTRACE,ES,", "[area_not_a_state]")]
    [InlineData(",VC_ARM_SZTRACE,724,", ",VC_ARM_SZTRACE,1,", "[area_not_a_state]")]
    [InlineData("_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2020", "_T,_T,_T,_T,_T,_T,C01,_T,_T,_T,_T,2020", "its label must say what it is. [breakdown_label]")]
    [InlineData(",TIME_DETAIL,", ",CUST_BREAKDOWN_LB,", "labels a breakdown, and CUST_BREAKDOWN is _T")]
    [InlineData(",TIME_DETAIL,", ",TIME_DETALI,", "line 1, column 25, \"TIME_DETALI\": The structure SDG(1.22) has no such component.")]
    [InlineData(",TIME_DETAIL,", ",COMMENT_TS,", "It belongs to the whole series")]
    [InlineData(",46.28,A,", ",1E400,A,", "is no number")]
    [InlineData(",46.28,A,", ",46.28 ,A,", "is no number")]
    [InlineData(",46.28,A,", ",NaN,A,", "is no number")]
    [InlineData(",46.28,A,", ",-0.01,A,", "[out_of_range]")]
    [InlineData(",46.28,A,", ",46.28,a,", "line 6, column 21, OBS_STATUS: \"a\" is no code of SDMX:CL_OBS_STATUS(2.1). [code_unknown]")]
    [InlineData(",R,A,N,", ",D,A,N,", "[action_not_allowed]")]
    [InlineData(",PT,C,2020,", ",PT,X,2020,", "is no code of IAEG-SDGs:CL_NATURE")]
    public void A_broken_message_is_found(string right, string wrong, string reason)
    {
        var text = Text(SdmxFormat.Csv2, Observations(TwoYear.None, "ESP"));
        var at = text.IndexOf(right, StringComparison.Ordinal);

        var reading = SdmxReader.Read(text[..at] + wrong + text[(at + right.Length)..], Structure);

        Assert.Contains(reading.Findings.Concat(SdmxCheck.Of(Structure, reading.Observations)),
            finding => finding.ToString().Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SdmxFormat.Ml21, "id=\"PRODUCT\"", "id=\"PRODUKT\"", "PRODUKT: The structure SDG(1.22) has no such component. [component_unknown]")]
    [InlineData(SdmxFormat.Ml21, "id=\"PRODUCT\"", "id=\"UNIT_MULT\"", "among the dimensions of a series, where the structure does not have it. [other_level]")]
    [InlineData(SdmxFormat.Ml21, "<gen:ObsValue", "<gen:ObsVal", "ObsVal does not belong into Obs")]
    [InlineData(SdmxFormat.Ml21, "value=\"724\"", "value=\"ES\"", "line 21, position 10, REF_AREA: \"ES\" is no M49 number of a State")]
    [InlineData(SdmxFormat.Ml21, "value=\"724\"", "value=\"\"", "REF_AREA: The element has no value. [component_missing]")]
    [InlineData(SdmxFormat.Ml21, "structureRef=\"SDG\"", "structureRef=\"SGD\"", "is not the structureID of the header")]
    [InlineData(SdmxFormat.Ml21, "action=\"Replace\"", "action=\"Delete\"", "[action_not_allowed]")]
    [InlineData(SdmxFormat.Ml21, "<mes:Test>true</mes:Test>", "", "Test must stand in Header once")]
    [InlineData(SdmxFormat.Ml21, "version=\"1.22\" />", "version=\"1.21\" />", "it is checked as IAEG-SDGs:DF_SDG_GLC(1.22)")]
    [InlineData(SdmxFormat.Ml21, "</gen:Series>", "</gen:Series>x", "Text stands in DataSet")]
    [InlineData(SdmxFormat.Ml21, "<gen:ObsValue", "<gen:ObsValue value=\"1\" /><gen:ObsValue", "ObsValue must stand in Obs once")]
    [InlineData(SdmxFormat.Ml21, "<mes:Sender id=\"ES_NSO\"", "<mes:Sender", "Sender says nothing")]
    [InlineData(SdmxFormat.Json20, "\"keyPosition\": 1,", "\"keyPosition\": 2,", "keyPosition of REPORTING_TYPE is 2, and it stands at 1")]
    [InlineData(SdmxFormat.Json20, "52.05,", "52.05,0,", "There are 7 cells for 6 components")]
    [InlineData(SdmxFormat.Json20, "52.05,", "\"52.05\",", "must be a number and no text")]
    [InlineData(SdmxFormat.Json20, "52.05,", "52.05,-1,", "points outside the lists of values")]
    [InlineData(SdmxFormat.Json20, "\"id\": \"724\"", "\"id\": \"ES\"", "observation 0, REF_AREA: \"ES\" is no M49 number of a State")]
    [InlineData(SdmxFormat.Json20, "\"id\": \"PRODUCT\"", "\"id\": \"OBS_STATUS\"", "[other_level]")]
    [InlineData(SdmxFormat.Json20, "\"id\": \"2017\"", "\"id\": \"2016\"", "Its values hold 2016 twice. [component_twice]")]
    [InlineData(SdmxFormat.Json20, "\"sender\"", "\"sendre\"", "sender is missing")]
    [InlineData(SdmxFormat.Json20, "\"action\": \"Replace\"", "\"action\": \"Delete\"", "[action_not_allowed]")]
    [InlineData(SdmxFormat.Json20, "\"id\": \"SERIES\"", "\"id\": \"SERIES\", \"id\": \"SERIES\"", "not well-formed JSON")]
    [InlineData(SdmxFormat.Csv1, ",724,", ",724\uFFFD,", "Bytes here are not UTF-8")]
    [InlineData(SdmxFormat.Csv1, "OBS_STATUS", "OBS_STATE", "OBS_STATUS: The column is missing. [component_missing]")]
    [InlineData(SdmxFormat.Csv1, ",A,0,PT", ",A,0", "The line has 23 fields, the header 24. [malformed]")]
    public void A_broken_message_of_any_format_is_found(SdmxFormat format, string right, string wrong, string reason)
    {
        var text = Text(format, Observations(TwoYear.None, "ESP"));
        var at = text.IndexOf(right, StringComparison.Ordinal);

        var reading = SdmxReader.Read(text[..at] + wrong + text[(at + right.Length)..], Structure);

        Assert.Contains(reading.Findings.Concat(SdmxCheck.Of(Structure, reading.Observations)),
            finding => finding.ToString().Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"data\":{\"structures\":[],\"dataSets\":[{\"series\":{}}]}}")]
    [InlineData("{\"data\":{\"structures\":[7],\"dataSets\":[{\"structure\":0}]}}")]
    [InlineData("<a")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")]
    [InlineData("DATAFLOW\n")]
    [InlineData("\u0000")]
    public void What_is_no_message_is_a_finding_and_never_a_crash(string text)
    {
        var reading = SdmxReader.Read(text, Structure);

        Assert.NotEmpty(reading.Findings);
        Assert.Empty(reading.Observations);
        Assert.NotEmpty(SdmxCheck.Of(Structure, reading.Observations));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("99999999999")]
    public void Places_outside_the_lists_of_a_JSON_message_are_a_finding(string place)
    {
        var text = Text(SdmxFormat.Json20, Observations(TwoYear.None, "FRA")).Replace("\"0:0:0:0:", $"\"0:0:0:{place}:", StringComparison.Ordinal);

        Assert.NotEmpty(SdmxReader.Read(text, Structure).Findings);
    }
}
