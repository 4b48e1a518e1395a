using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.OpenApi;

public sealed class SwaggerPagesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task The_pages_sign_a_person_in_as_their_own_client_with_a_proof_key()
    {
        var script = await host.Anonymous().GetStringAsync(new Uri("/swagger/index.js", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("\"clientId\":\"registry-swagger\"", script, StringComparison.Ordinal);
        Assert.Contains("\"usePkceWithAuthorizationCodeGrant\":true", script, StringComparison.Ordinal);
        Assert.Contains("/swagger/oauth2-redirect.html", script, StringComparison.Ordinal);
    }
}
