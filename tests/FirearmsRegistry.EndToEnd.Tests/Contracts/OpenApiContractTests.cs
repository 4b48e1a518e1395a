using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

public sealed class OpenApiContractTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task The_description_of_the_api_is_the_committed_one()
    {
        var made = await host.Anonymous().GetStringAsync("/swagger/v1/swagger.json", TestContext.Current.CancellationToken);

        Golden.Compare("openapi/v1.json", made);
    }

    [Fact]
    public async Task Every_operation_says_its_id_its_summary_its_problems_and_who_may_call_it()
    {
        var made = JsonNode.Parse(await host.Anonymous().GetStringAsync("/swagger/v1/swagger.json", TestContext.Current.CancellationToken))!;

        Assert.StartsWith("3.1", made["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var (path, operations) in made["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var where = $"{method} {path}";
                Assert.True(operation!["operationId"] is not null, where);
                Assert.True(operation["summary"] is not null, where);
                Assert.True(operation["description"]?.GetValue<string>().Contains("Roles: ", StringComparison.Ordinal) == true, where);
                Assert.True(operation["responses"]!["401"] is not null && operation["responses"]!["403"] is not null, where);
                var body = operation["requestBody"]?["content"]?["application/json"];
                Assert.True(body?["example"] is not null || body?["schema"]?["$ref"] is null || HasNoMembers(made, body), where + " has no example");
            }
        }
    }

    /// <summary>An empty object needs no example, and the writer leaves it out.</summary>
    private static bool HasNoMembers(JsonNode description, JsonNode body)
    {
        var name = body["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
        return description["components"]!["schemas"]![name]!["properties"] is null;
    }
}
