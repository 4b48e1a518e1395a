using Microsoft.AspNetCore.Builder;

namespace FirearmsRegistry.Web.Shared.Hosting;

/// <summary>Marks what belongs to the pages: it is guarded by their policies and not by those of the API.</summary>
internal sealed record PageEndpoint
{
    private static readonly PageEndpoint One = new();

    public static void Mark(EndpointBuilder endpoint) => endpoint.Metadata.Add(One);
}
