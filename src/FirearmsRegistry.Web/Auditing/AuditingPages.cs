using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Auditing.AccessLog;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Auditing;

/// <summary>The auditor's pages: who looked up what and why, and what was recorded.</summary>
internal sealed class AuditingPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/access-log", "auditing.access_log", AccessPolicy.ReadAccessLog),
        new("/recorded-events", "auditing.events", AccessPolicy.ReadRecordedEvents),
    ];

    public static void Add(IServiceCollection services) => services.AddScoped<RecordNames>();
}
