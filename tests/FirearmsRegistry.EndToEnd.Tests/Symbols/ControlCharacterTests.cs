using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

public sealed class ControlCharacterTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static IEnumerable<char> Controls => Enumerable.Range(0, 32).Append(127).Select(code => (char)code);

    [Fact]
    public async Task Every_control_character_in_the_text_of_a_payload_or_a_mark_is_refused_with_its_place()
    {
        var client = host.ClientAs(Role.Registrar);
        foreach (var control in Controls)
        {
            var symbol = await client.SearchAsync("/api/v1/symbols", SymbolCalls.Symbol("data_matrix", $"A{control}B"), null);
            var mark = await client.SearchAsync("/api/v1/firearm-searches", new JsonObject { ["mark"] = $"A{control}B" });

            Assert.Equal((400, "/payload"), Place(symbol, control));
            Assert.Equal((400, "/mark"), Place(mark, control));
        }
    }

    [Fact]
    public async Task Every_control_character_given_as_bytes_is_written_and_read_back_and_said_to_be_none_of_a_value()
    {
        var client = host.ClientAs(Role.Registrar);
        foreach (var control in Controls.Where(control => control is not ('\u001D' or '\u001E' or '\u0004')))
        {
            var bytes = $"5b293e1e30361d5341{(int)control:x2}421e04";
            var picture = await client.PictureOfAsync(new JsonObject { ["format"] = "data_matrix", ["payloadHex"] = bytes, ["as"] = "png" });

            var code = SymbolCalls.OnlyCode(await client.ReadPictureAsync(picture));

            Assert.Equal(bytes, code["bytesHex"]!.GetValue<string>());
            Assert.Null(code["payload"]);
            Assert.Equal(("value-character", 9), (code["payloadRefusal"]!["name"]!.GetValue<string>(), code["payloadRefusal"]!["at"]!.GetValue<int>()));
        }
    }

    private static (int, string) Place(ApiAnswer answer, char control)
    {
        Assert.True(answer.Status == 400, $"U+{(int)control:X4}: {answer.Status} {answer.Body?.ToJsonString()}");
        return (answer.Status, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }
}
