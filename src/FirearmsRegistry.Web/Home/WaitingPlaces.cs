using FirearmsRegistry.Registry.Waiting;

namespace FirearmsRegistry.Web.Home;

/// <summary>Where something is done about what waits.</summary>
internal static class WaitingPlaces
{
    public static string Of(WaitingKind kind) => kind switch
    {
        WaitingKind.OverdueRequests => "/trace-requests?due=overdue",
        WaitingKind.DueRequests => "/trace-requests?due=soon",
        WaitingKind.UndeliveredDocuments => "/outbox",
        WaitingKind.UnreadNotices => "/notices",
        WaitingKind.QuarantinedArms or WaitingKind.OrdersToMark => "/marking",
        WaitingKind.LookAlikes => "/look-alikes",
        WaitingKind.LogConflicts => "/log-conflicts",
        WaitingKind.ContestedCounts => "/contested-counts",
        WaitingKind.VintagesToReview or WaitingKind.VintagesToPublish => "/vintages",
    };
}
