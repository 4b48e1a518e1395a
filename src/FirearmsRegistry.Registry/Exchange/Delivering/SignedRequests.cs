using System.Net.Http.Headers;
using System.Text;
using FirearmsRegistry.Registry.Exchange.Receiving;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Requests to other registries.</summary>
internal static class SignedRequests
{
    /// <summary>A signed text on its way to an address.</summary>
    public static HttpRequestMessage To(Uri address, string signed)
    {
        var content = new StringContent(signed, Encoding.ASCII);
        content.Headers.ContentType = new MediaTypeHeaderValue(JoseBody.MediaType);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
