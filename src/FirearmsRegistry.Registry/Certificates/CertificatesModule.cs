using FirearmsRegistry.Registry.Certificates.Issuing;
using FirearmsRegistry.Registry.Certificates.Revoking;
using FirearmsRegistry.Registry.Certificates.Showing;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Certificates;

/// <summary>Certificates of firearms: issuing, showing, revoking. Verifying one is mapped apart, since it stands outside the API.</summary>
internal sealed class CertificatesModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<CertificateIssued>("certificate_issued");
        store.Events.MapEventType<CertificateSuperseded>("certificate_superseded");
        store.Events.MapEventType<CertificateRevoked>("certificate_revoked");
        store.Projections.Snapshot<Certificate>(SnapshotLifecycle.Inline);
        store.Schema.For<Certificate>().Duplicate(certificate => certificate.FirearmId);
    }

    public static void Add(IServiceCollection services) => services
        .AddScoped<CertificateAnswer>()
        .AddScoped<IssueCertificateHandler>()
        .AddScoped<RevokeCertificateHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        IssueCertificateEndpoint.Map(routes);
        RevokeCertificateEndpoint.Map(routes);
        ShowCertificates.Map(routes);
    }
}
