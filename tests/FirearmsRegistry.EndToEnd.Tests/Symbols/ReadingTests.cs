using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

public sealed class ReadingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Naming_the_arm_needs_a_reason_and_leaves_an_entry_in_the_access_log()
    {
        var firearm = await host.ClientAs(Role.Registrar).RegisteredAsync("SYM-4711");
        var client = host.ClientAs(Role.Investigator);
        var png = await client.PictureOfAsync(SymbolCalls.Symbol("qr_code", "SYM-4711"));

        var unexplained = (await client.ReadPictureAsync(png, query: "?nameArm=true")).Expect(400);
        Assert.Equal("query-reason-required", unexplained.Problem);
        Assert.Equal(0, await LoggedAsync());

        var code = SymbolCalls.OnlyCode(await client.ReadPictureAsync(png, query: "?nameArm=true", reason: RegistryClient.Reason));

        Assert.Equal(firearm.Id, code["firearms"]!.AsArray().Select(hit => hit!["firearmId"]!.GetValue<Guid>()).Distinct().Single());
        Assert.Equal(1, await LoggedAsync());
        var line = (await host.ClientAs(Role.Auditor).GetAsync($"/api/v1/access-log?recordId={firearm.Id}")).Expect(200).Body!["items"]![0]!;
        Assert.Equal(("search_firearms", "criminal_investigation", "SYM-4711"),
            (line["action"]!.GetValue<string>(), line["reason"]!.GetValue<string>(), line["criteria"]!["mark"]!.GetValue<string>()));

        SymbolCalls.OnlyCode(await client.ReadPictureAsync(png, query: "?nameArm=false"));
        Assert.Equal(1, await LoggedAsync());
        Assert.Equal("query:nameArm", (await client.ReadPictureAsync(png, query: "?nameArm=please")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());

        Task<long> LoggedAsync() => host.ScalarAsync<long>("select count(*) from registry.access_log where criteria->>'mark' = 'SYM-4711'");
    }

    [Fact]
    public async Task More_marks_than_are_looked_up_at_once_are_refused_and_none_is_looked_up()
    {
        var picture = await PictureSheet.OfAsync(host.ClientAs(Role.Registrar), Enumerable.Range(0, 21).Select(number => $"MANY-{number}"));

        var refused = (await host.ClientAs(Role.Registrar).ReadPictureAsync(picture, query: "?nameArm=true", reason: RegistryClient.Reason)).Expect(422);

        Assert.Equal("too-many-symbols-to-name", refused.Problem);
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.access_log where criteria->>'mark' like 'MANY-%'"));
    }

    public static TheoryData<string, string, int, string> Refused() => new()
    {
        { "a body of another kind", "application/json", 415, "not-a-picture" },
        { "a kind of picture that is not taken", "image/tiff", 415, "not-a-picture" },
        { "text that says it is a picture", "image/png", 415, "not-a-picture" },
        { "nothing", "image/png", 415, "not-a-picture" },
        { "a document", "application/octet-stream", 415, "picture-format-not-read" },
        { "fifteen million bytes and one", "image/png", 413, "picture-too-large" },
        { "65,535 by 65,535 pixels", "image/png", 413, "picture-too-many-pixels" },
        { "half a picture", "image/png", 422, "picture-damaged" },
        { "a header alone", "image/png", 422, "picture-damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_picture_or_too_large_is_refused_by_name(string what, string type, int status, string problem)
    {
        var client = host.ClientAs(Role.Registrar);
        var half = (await client.PictureOfAsync(SymbolCalls.Symbol("qr_code", "half")))[..80];
        var body = what switch
        {
            "nothing" => Array.Empty<byte>(),
            "a document" => "%PDF-1.7 and more"u8.ToArray(),
            "fifteen million bytes and one" => new byte[15_000_001],
            "65,535 by 65,535 pixels" => SymbolCalls.PngHeader(65_535, 65_535),
            "a header alone" => SymbolCalls.PngHeader(640, 480),
            "half a picture" => half,
            _ => "{\"this\":\"is text\"}"u8.ToArray(),
        };

        var refused = (await client.ReadPictureAsync(body, type)).Expect(status);

        Assert.Equal((problem, "application/problem+json"), (refused.Problem, refused.MediaType));
    }

    [Fact]
    public async Task A_picture_of_fifteen_million_bytes_is_taken_here_and_a_tenth_of_it_is_not_elsewhere()
    {
        var client = host.ClientAs(Role.Registrar);
        var png = await client.PictureOfAsync(SymbolCalls.Symbol("data_matrix", "LARGE"));
        // What follows the picture's end is no part of it.
        var code = SymbolCalls.OnlyCode(await client.ReadPictureAsync([.. png, .. new byte[15_000_000 - png.Length]]));
        var elsewhere = await client.SearchAsync("/api/v1/firearm-searches", new JsonObject { ["mark"] = new string('A', 1_500_000) });

        Assert.Equal("LARGE", code["text"]!.GetValue<string>());
        Assert.Equal((413, "body-too-large"), (elsewhere.Status, elsewhere.Problem));
    }
}
