using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Vintages;

/// <summary>Tests of vintages share one host: each has years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OnVintages : ICollectionFixture<VintageHost>
{
    public const string Name = "vintages";
}

/// <summary>A host with two statisticians, a key to sign with, and reference metadata.</summary>
public class VintageHost(TestDatabases databases) : RegistryHost(databases)
{
    private string? _second;

    public RegistryClient Statistician => ClientAs(Role.Statistician);

    /// <summary>The second person.</summary>
    public async Task<RegistryClient> ReviewerAsync()
    {
        if (_second is null)
        {
            await using var scope = Services.CreateAsyncScope();
            _second = await scope.ServiceProvider.GetRequiredService<IDemoTokens>()
                .ForSecondStatisticianAsync(TimeSpan.FromHours(8), TestContext.Current.CancellationToken);
        }

        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _second);
        return new RegistryClient(client);
    }

    /// <summary>Has the key made with which vintages are signed; a later call leaves it.</summary>
    public async Task MakeKeyAsync()
    {
        var keys = (await ClientAs(Role.Administrator).GetAsync("/api/v1/exchange/keys")).Expect(200).Body!["keys"]!.AsArray();
        if (keys.Count == 0)
            (await ClientAs(Role.Administrator).PostAsync("/api/v1/exchange/keys", new JsonObject())).Expect(201);
    }

    /// <summary>Drafts a vintage as the first person.</summary>
    public async Task<ApiAnswer> DraftAsync(string label, int year, DateTimeOffset? knownAt = null) =>
        (await Statistician.PostAsync("/api/v1/vintages", new { label, years = new[] { year }, knownAt = knownAt ?? Time.GetUtcNow().AddSeconds(-31) })).Expect(201);

    /// <summary>Has a draft reviewed by the second person.</summary>
    public async Task<ApiAnswer> ReviewAsync(ApiAnswer draft) =>
        (await (await ReviewerAsync()).PostAsync($"{draft.Location}/reviews", new { remark = "Compared with the agencies' returns." }, draft.Version)).Expect(200);

    /// <summary>Has a vintage drafted and reviewed.</summary>
    public async Task<(string Path, long Version, Guid Id)> ReviewedAsync(string label, int year, DateTimeOffset? knownAt = null)
    {
        var draft = await DraftAsync(label, year, knownAt);
        var reviewed = await ReviewAsync(draft);
        return (draft.Location!, reviewed.Version, draft.Id);
    }

    /// <summary>Publishes a vintage.</summary>
    public Task<ApiAnswer> PublishAsync(string path, long version, params object[] reasons) =>
        Statistician.PostAsync($"{path}/publications", new { reasons }, version);

    /// <summary>The State's reference metadata: a copy, which a test may break and mend.</summary>
    public string MetadataFile { get; } = Path.Combine(Path.GetTempPath(), $"metadata-{Guid.CreateVersion7():N}.json");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(MetadataFile);
        GC.SuppressFinalize(this);
    }

    protected override void Configure(IWebHostBuilder web)
    {
        File.Copy(RepositoryRoot.Below("schemas", "sdmx", "reference-metadata", "ESP.json"), MetadataFile);
        web.UseSetting("Registry:Sdmx:ReferenceMetadata", MetadataFile);
    }
}
