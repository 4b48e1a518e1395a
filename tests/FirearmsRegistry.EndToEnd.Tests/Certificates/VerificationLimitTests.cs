using System.Net;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Certificates;

/// <summary>A host that lets an address verify three certificates, and ask three times for published figures, in a minute.</summary>
public sealed class LimitedHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override void Configure(IWebHostBuilder web) => web
        .UseSetting("Authentication:CertificateChecksPerMinute", "3").UseSetting("Authentication:PublicFigureRequestsPerMinute", "3");
}

public sealed class VerificationLimitTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    [Theory]
    [InlineData("/verify-certificate/0192a00000007000800000000000000a")]
    [InlineData("/api/v1/public/figures")]
    public async Task An_address_that_asks_too_often_has_to_wait(string path)
    {
        using var anybody = host.Anonymous();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await anybody.GetAsync(path, TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }
}
