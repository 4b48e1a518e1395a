using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.Importing;
using FirearmsRegistry.Web.Shared.Acting;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Web.Administering.Catalogues;

/// <summary>Sends a table as a file to the operations that take one.</summary>
internal sealed class TableUpload(EndpointCalls calls, SignedIn signedIn)
{
    /// <summary>What taking over the table would change.</summary>
    public Task<Answer<ImportPlan>> PreviewAsync(CatalogueKind kind, byte[] table, CancellationToken token) =>
        SendAsync<ImportPlan>("previewCatalogueImport", kind, table, [], [], token);

    /// <summary>Takes the table over.</summary>
    public Task<Answer<CatalogueImport>> ImportAsync(CatalogueKind kind, byte[] table, string source, string key, CancellationToken token) =>
        SendAsync<CatalogueImport>("importCatalogue", kind, table, new() { ["source"] = source }, new() { ["Idempotency-Key"] = key }, token);

    private async Task<Answer<T>> SendAsync<T>(
        string operation, CatalogueKind kind, byte[] table, Dictionary<string, string?> query, Dictionary<string, string> headers, CancellationToken token)
        where T : class
    {
        var call = new EndpointCall(operation, "POST", await signedIn.ActingAsync(token), new RouteValueDictionary(new { kind = Codes.Of(kind) }), query, headers,
            table, "text/csv");
        return Answer<T>.Of(await Task.Run(() => calls.RunAsync(call, token), token));
    }
}
