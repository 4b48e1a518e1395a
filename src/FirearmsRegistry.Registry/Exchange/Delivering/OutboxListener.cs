using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Orders the delivery of a document after the commit of the event that demands it; what a crash loses, the sweep orders.</summary>
internal sealed class OutboxListener(IServiceProvider services) : DocumentSessionListenerBase
{
    /// <inheritdoc />
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(commit);
        foreach (var happened in commit.GetEvents().Where(one => Demands(one.Data)))
        {
            var document = happened.Id;
            services.GetRequiredService<JobOrders>().Place<DeliverDocumentJob>(
                JobQueues.Default, job => job.RunAsync(document, CancellationToken.None));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether the event may demand a document; whether it does, the outbox knows. Withdrawals are left to the sweep: most of them are of
    /// domestic requests, and none is urgent.
    /// </summary>
    private static bool Demands(object data) => data is OutboundTraceSubmitted { Way: ExchangeWay.Document } or InboundTraceReceived { Way: ExchangeWay.Document }
        or MoreInformationAsked or MoreInformationGiven or InboundTraceAnswered or TraceReminderDue or TraceReminded { Way: ExchangeWay.Document };
}
