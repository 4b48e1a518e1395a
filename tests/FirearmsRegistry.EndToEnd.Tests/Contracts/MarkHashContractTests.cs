using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Exchange.AskingByHash;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>The test vectors of asking by hash, which another State's registry is written against; computed a second time by OpenSSL.</summary>
public sealed class MarkHashContractTests
{
    private static readonly string[] Secrets = ["000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", new string('f', 62) + "0a"];

    private static readonly (string Maker, string? Country, string Mark)[] Asked =
    [
        ("Example Arms", "PRT", "AB12345"),
        ("Example Arms", "PRT", "AB-I2 34S"),
        ("Example Arms", null, "AB12345"),
        ("", "PRT", "AB12345"),
        ("", null, "AB12345"),
        ("Тульский оружейный завод", "SUN", "КМ 4711"),
        ("", null, "٤٧١١"),
        ("Glock", "AUT", "ABC123"),
        ("Glock Ges.m.b.H.", "AUT", "ABC-123"),
        ("Глок", "AUT", "A8C 123"),
        ("Fabrique Nationale d'Armes de Guerre", "BEL", "T 4711"),
        ("FN Herstal", "BEL", "T4711"),
    ];

    private static readonly MakerCodes Makers = new(CatalogueLookUp.Seeded);

    [Fact]
    public void The_vectors_are_those_of_the_code()
    {
        var vectors = new JsonArray();
        foreach (var secret in Secrets)
        {
            foreach (var (maker, country, mark) in Asked)
            {
                var canonical = MarkHash.Canonical(
                    maker.Length == 0 ? "" : Makers.Asked(maker), country is null ? null : CountryCode.Parse(country).GetOrThrow(), SearchKey.Of(mark).FoldedKey);
                vectors.Add(new JsonObject
                {
                    ["secret"] = secret,
                    ["maker"] = maker,
                    ["country"] = country,
                    ["mark"] = mark,
                    ["canonical"] = canonical,
                    ["hmacSha256"] = MarkHash.Of(Convert.FromHexString(secret), canonical),
                });
            }
        }

        var file = new JsonObject { ["canonicalForm"] = "v1|makerCode|country|searchKey", ["vectors"] = vectors };
        Golden.Compare("exchange/mark-hash-vectors.v1.json",
            file.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = RegistryJson.Options.Encoder }));
    }

    [Fact]
    public async Task OpenSSL_computes_the_same_hashes()
    {
        var vectors = JsonNode.Parse(await File.ReadAllTextAsync(
            RepositoryRoot.Below("schemas", "exchange", "mark-hash-vectors.v1.json"), TestContext.Current.CancellationToken))!["vectors"]!.AsArray();

        Assert.Equal(Secrets.Length * Asked.Length, vectors.Count);
        foreach (var vector in vectors)
        {
            Assert.Equal(vector!["hmacSha256"]!.GetValue<string>(),
                await OpenSslAsync(vector["secret"]!.GetValue<string>(), vector["canonical"]!.GetValue<string>()));
        }
    }

    [Fact]
    public void A_mark_that_is_worn_or_written_with_other_separators_has_the_same_hash_and_another_maker_or_country_another()
    {
        string Of(string maker, string? country, string mark) => MarkHash.Of(new byte[32], MarkHash.Canonical(
            Makers.Asked(maker), country is null ? null : CountryCode.Parse(country).GetOrThrow(), SearchKey.Of(mark).FoldedKey));

        Assert.Equal(Of("Example Arms", "PRT", "AB12345"), Of("EXAMPLE-ARMS", "PRT", "ab-I2 34S"));
        Assert.Equal(4, new[] { Of("X", "PRT", "1"), Of("Y", "PRT", "1"), Of("X", "ESP", "1"), Of("X", "PRT", "2") }.Distinct().Count());
    }

    [Fact]
    public void A_maker_is_named_by_the_code_that_every_catalogue_has_and_else_by_its_name()
    {
        Assert.All(["FN Herstal", "Fabrique Nationale d'Armes de Guerre", "ФН Херстал"], name => Assert.Equal("fn_herstal", Makers.Asked(name)));
        Assert.Equal("NOWHEREARMS", Makers.Asked("Nowhere Arms"));
        Assert.Equal(["fn_herstal", "FABRIQUENATIONALE"], Makers.Registered("Fabrique Nationale"));
    }

    [Fact]
    public void What_a_registry_added_to_its_own_catalogue_names_a_known_maker_or_none()
    {
        CatalogueEntry Entry(string code, string name) => new(CatalogueCode.Parse(code).GetOrThrow(), ShortText.Parse(name).GetOrThrow(), [],
            Maker: new MakerFacts([], [MakerRole.Maker], [], [], []));
        var seeds = CatalogueLookUp.Seeded.Snapshot;
        var known = seeds.Of(CatalogueKind.Makers).Values.Single(maker => maker.Code.ToString() == "glock");
        var renamed = known with { Names = [.. known.Names, new CatalogueName(ShortText.Parse("Perfection").GetOrThrow(), CatalogueNameKind.Alias)] };
        var own = new MakerCodes(new CatalogueLookUp(new CatalogueSnapshot(Enum.GetValues<CatalogueKind>().SelectMany(kind => seeds.Of(kind).Values
            .Where(entry => entry != known).Concat(kind == CatalogueKind.Makers ? [renamed, Entry("own_maker", "Own Maker")] : []).Select(entry => (kind, entry))))));

        Assert.Equal(("glock", "OWNMAKER"), (own.Asked("Perfection"), own.Asked("Own Maker")));
        Assert.NotEqual(Makers.Digest, own.Digest);
    }

    private static async Task<string> OpenSslAsync(string secret, string text)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl")
        {
            ArgumentList = { "dgst", "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{secret}", "-r" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.BaseStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Split(' ')[0];
    }
}
