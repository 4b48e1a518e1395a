using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Documents;

/// <summary>A State asks another one to trace an arm; complete in the sense of the International Tracing Instrument, para. 17.</summary>
/// <param name="Head">What every document begins with.</param>
/// <param name="Content">Priority, grounds, and the arm with its marks as read.</param>
/// <param name="Handling">On what terms the content is lent; null where the State sets none.</param>
/// <param name="Continues">The request of another State whose trail this one follows on.</param>
public sealed record TraceRequestDocument(
    DocumentHead Head, CrossBorderContent Content, HandlingRestriction? Handling = null, ContinuedRequest? Continues = null) : IExchangeDocument
{
    bool IExchangeDocument.FromRequester => true;
}

/// <summary>The request whose trail another one follows on, so that all of them can be kept in one tree.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="RequestingState">The State that made it.</param>
public sealed record ContinuedRequest(Guid RequestId, CountryCode RequestingState);
