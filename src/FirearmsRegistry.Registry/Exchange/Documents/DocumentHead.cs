using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Documents;

/// <summary>The documents that States exchange about a trace.</summary>
public enum DocumentKind
{
    /// <summary>A request to trace an arm (International Tracing Instrument para. 17).</summary>
    TraceRequest,

    /// <summary>Receipt of a request is acknowledged (International Tracing Instrument para. 19).</summary>
    Acknowledgement,

    /// <summary>More information is asked for, or given (International Tracing Instrument para. 20).</summary>
    MoreInformation,

    /// <summary>An answer, also one that delays, restricts or refuses (International Tracing Instrument paras 18, 21 to 23).</summary>
    TraceAnswer,
}

/// <summary>What every document begins with.</summary>
/// <param name="Kind">Which document it is.</param>
/// <param name="Version">The version of that document's schema.</param>
/// <param name="Id">The document's own id; the signature carries the same one (<c>jti</c>).</param>
/// <param name="RequestId">The request that it is about, by the id that the requesting State gave it.</param>
/// <param name="IssuedAt">When it was written.</param>
/// <param name="RequestingState">Who asks.</param>
/// <param name="RequestedState">Who is asked.</param>
/// <param name="SentBy">The officer who answers for it in the State that sends it.</param>
public sealed record DocumentHead(
    DocumentKind Kind,
    int Version,
    Guid Id,
    Guid RequestId,
    DateTimeOffset IssuedAt,
    CountryCode RequestingState,
    CountryCode RequestedState,
    SendingOfficer SentBy);

/// <summary>The human behind a document, as the sending State names him.</summary>
/// <param name="Name">His name or his official sign.</param>
/// <param name="Authority">The national point of contact that he acts for (International Tracing Instrument para. 25).</param>
public sealed record SendingOfficer(ShortText Name, ShortText Authority);

/// <summary>A document, by what all of them have.</summary>
public interface IExchangeDocument
{
    /// <summary>What every document begins with.</summary>
    DocumentHead Head { get; }

    /// <summary>Whether the requesting State sends it; else the requested one does.</summary>
    bool FromRequester { get; }

    /// <summary>The State that sends it.</summary>
    CountryCode Sender => FromRequester ? Head.RequestingState : Head.RequestedState;

    /// <summary>The State that it is for.</summary>
    CountryCode Addressee => FromRequester ? Head.RequestedState : Head.RequestingState;
}
