using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>Events are for ever: their names and JSON stand in <c>schemas/events</c>.</summary>
public sealed class EventContractTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public void Every_event_is_written_as_its_contract_says_and_its_contract_can_be_read()
    {
        var store = (DocumentStore)host.Services.GetRequiredService<IDocumentStore>();
        var serializer = store.Options.Serializer();
        var events = ((IReadOnlyStoreOptions)store.Options).Events.AllKnownEventTypes()
            .Where(type => type.EventType.Namespace?.StartsWith("FirearmsRegistry", StringComparison.Ordinal) == true).ToList();

        Assert.NotEmpty(events);
        foreach (var type in events)
        {
            var contract = new JsonObject();
            foreach (var (name, complete) in new[] { ("complete", true), ("required", false) })
            {
                var json = serializer.ToJson(Sample.Of(type.EventType, complete));
                contract[name] = JsonNode.Parse(json);
                var read = JsonSerializer.Deserialize(json, type.EventType, Options());
                Assert.Equal(json, serializer.ToJson(read!));
            }

            Golden.Compare($"events/{type.EventTypeName}.json", contract.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = Options().Encoder }));
        }
    }

    [Fact]
    public void Every_contract_file_belongs_to_an_event_and_every_name_is_snake_case()
    {
        var store = (DocumentStore)host.Services.GetRequiredService<IDocumentStore>();
        var names = ((IReadOnlyStoreOptions)store.Options).Events.AllKnownEventTypes().Select(type => type.EventTypeName).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(RepositoryRoot.Below("schemas", "events"), "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.All(files, file => Assert.Contains(file!, names));
        Assert.All(names, name => Assert.Matches("^[a-z][a-z_]*$", name));
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        FirearmsRegistry.Registry.Shared.RegistryJson.Configure(options);
        return options;
    }
}
