using System.Net.Sockets;

namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>
/// The one way to speak HTTP to other servers: partners' registries and webhooks. Addresses only from the administrator's list, redirects
/// never followed, times and sizes bounded, nothing of a request in the log. It does not retry: that is for the caller, who has an id
/// by which the other side knows a repeat.
/// </summary>
internal sealed class OutgoingHttp(IHttpClientFactory clients, OutgoingSettings settings)
{
    /// <summary>The name of its client.</summary>
    public const string ClientName = "outgoing";

    /// <summary>Whether an address may be sent to, as far as the list says; what its name stands for is judged when connecting.</summary>
    public bool Allows(Uri address) => settings.Allows(address);

    /// <summary>Sends the request. Whatever the other server does, the answer is a value; only the caller's own cancellation throws.</summary>
    public async Task<OutgoingAnswer> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is not { } address || !settings.Allows(address))
            return new OutgoingAnswer(OutgoingOutcome.NotAllowed);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(settings.AnswerWithin);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var (body, whole) = await ReadAsync(response.Content, patience.Token);
            return new OutgoingAnswer(whole ? OutgoingOutcome.Answered : OutgoingOutcome.AnswerTooLarge, (int)response.StatusCode, body,
                response.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException fault)
        {
            return new OutgoingAnswer(fault.InnerException is OutgoingAddressException ? OutgoingOutcome.AddressRefused : OutgoingOutcome.NoConnection);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            return new OutgoingAnswer(OutgoingOutcome.NoConnection);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new OutgoingAnswer(OutgoingOutcome.TimedOut);
        }
    }

    private async Task<(ReadOnlyMemory<byte> Body, bool Whole)> ReadAsync(HttpContent content, CancellationToken token)
    {
        await using var stream = await content.ReadAsStreamAsync(token);
        using var read = new MemoryStream();
        var buffer = new byte[16_384];
        while (read.Length <= settings.MostAnswerBytes)
        {
            var count = await stream.ReadAsync(buffer, token);
            if (count == 0)
                return (read.ToArray(), true);
            read.Write(buffer.AsSpan(0, count));
        }

        return (read.ToArray().AsMemory(0, settings.MostAnswerBytes), false);
    }
}
