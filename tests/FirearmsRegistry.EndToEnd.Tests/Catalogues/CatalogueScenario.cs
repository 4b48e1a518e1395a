using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Catalogues;

/// <summary>Speaks to the catalogues as their users do.</summary>
internal sealed class CatalogueScenario(RegistryHost host)
{
    public const string Route = "/api/v1/catalogues";

    public RegistryClient Administrator => host.ClientAs(Role.Administrator);

    public RegistryClient Investigator => host.ClientAs(Role.Investigator);

    public Task<ApiAnswer> AddMakerAsync(string code, string name, params string[] aliases) =>
        Administrator.PostAsync($"{Route}/makers", new JsonObject { ["entry"] = Maker(code, name, aliases), ["source"] = "Letter of the maker." });

    public Task<ApiAnswer> CorrectAsync(string location, JsonNode entry, long version) =>
        Administrator.PostAsync($"{location}/corrections", new JsonObject { ["entry"] = entry.DeepClone(), ["reason"] = "Looked at the arm." }, version);

    public Task<ApiAnswer> WithdrawAsync(string location, long version) =>
        Administrator.PostAsync($"{location}/withdrawals", new JsonObject { ["reason"] = "The same as another." }, version);

    public async Task<List<string>> LookUpAsync(string text)
    {
        var answer = (await Investigator.SearchAsync("/api/v1/catalogue-look-ups", new JsonObject { ["text"] = text }, reason: null)).Expect(200);
        return [.. answer.Body!["matches"]!.AsArray().SelectMany(match => match!["codes"]!.AsArray()).Select(code => code!.GetValue<string>())];
    }

    public Task<ApiAnswer> ImportAsync(string kind, string table, string source = "Table of the test") =>
        SendTableAsync($"{Route}/{kind}/imports?source={Uri.EscapeDataString(source)}", table);

    public Task<ApiAnswer> PreviewAsync(string kind, string table) => SendTableAsync($"{Route}/{kind}/import-previews", table);

    public static JsonObject Maker(string code, string name, params string[] aliases) => new()
    {
        ["code"] = code,
        ["name"] = name,
        ["names"] = new JsonArray([.. aliases.Select(alias => new JsonObject { ["text"] = alias, ["kind"] = "alias" })]),
        ["maker"] = new JsonObject
        {
            ["countries"] = new JsonArray("ESP"),
            ["roles"] = new JsonArray("maker"),
            ["links"] = new JsonArray(),
            ["serialPatterns"] = new JsonArray("A9{5}"),
            ["notSerials"] = new JsonArray(),
        },
    };

    private Task<ApiAnswer> SendTableAsync(string path, string table) => Administrator.SendAsync(HttpMethod.Post, path, null, request =>
    {
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
    });
}
