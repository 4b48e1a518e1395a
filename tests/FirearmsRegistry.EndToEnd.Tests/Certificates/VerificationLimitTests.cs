using System.Net;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Certificates;

/// <summary>A host that lets an address verify three certificates a minute.</summary>
public sealed class LimitedHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override void Configure(IWebHostBuilder web) => web.UseSetting("Authentication:CertificateChecksPerMinute", "3");
}

public sealed class VerificationLimitTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    [Fact]
    public async Task An_address_that_verifies_too_many_certificates_has_to_wait()
    {
        using var anybody = host.Anonymous();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await anybody.GetAsync($"/verify-certificate/{Guid.CreateVersion7():N}", TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }
}
