using FirearmsRegistry.Registry.Notices;

namespace FirearmsRegistry.Web.Notices;

/// <summary>Where the pages show the record that a notice tells of.</summary>
internal static class NoticeAddress
{
    private const string Api = "/api/v1";

    /// <summary>The page of the record; null where there is none.</summary>
    public static string? Of(NoticeResource resource) => !resource.Path.StartsWith(Api, StringComparison.Ordinal) ? null : resource.Kind switch
    {
        "firearm" or "trace_request" => resource.Path[Api.Length..],
        "webhook" => "/administering" + resource.Path[Api.Length..],
        "exchange_document" => "/outbox",
        _ => null,
    };
}
