using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>A signed text whose signature holds.</summary>
/// <param name="Content">What was signed.</param>
/// <param name="Partner">Whose it is.</param>
/// <param name="KeyName">By which of its keys.</param>
/// <param name="Digest">Which signed text it is: the same content signed anew is another one.</param>
internal sealed record OpenedText(SignedContent Content, Partner Partner, string KeyName, byte[] Digest);

/// <summary>The door for everything signed: nothing is done before the signature holds, and every refusal is recorded by its name.</summary>
internal sealed class SignedTexts(ExchangeDoorLog log, RegistryCountry country, TimeProvider time)
{
    /// <summary>Opens a text and has it dealt with; what is refused, here or there, is recorded.</summary>
    /// <param name="session">Where partners are read.</param>
    /// <param name="body">The compact JWS, or why it was not read.</param>
    /// <param name="type">The sort of content.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="subject">Who handed it in; null for another registry.</param>
    /// <param name="take">What is done with it.</param>
    /// <param name="token">Cancels.</param>
    public async Task<Result<T>> TakeAsync<T>(
        IQuerySession session, JoseBody body, string type, ExchangeChannel channel, string? subject, Func<OpenedText, Task<Result<T>>> take,
        CancellationToken token)
    {
        var sender = default(ClaimedSender);
        var taken = await OpenAndTakeAsync();
        if (taken.Refused(out var refusal, out _))
            await log.RecordAsync(refusal, sender, channel, subject, token);
        return taken;

        async Task<Result<T>> OpenAndTakeAsync()
        {
            if (body.Refusal is { } unread)
                return unread;
            if (UnverifiedJws.Read(body.Text, type).Refused(out var unreadable, out var jws))
                return unreadable;
            sender = sender with { State = jws.Claimed.Iss };
            if (await ActivePartners.OfAsync(session, jws.Claimed.Iss, token) is not { } partner)
                return ExchangeErrors.SignerUnknown;
            sender = sender with { IsPartner = true };
            if ((await SignatureCheck.RunAsync(jws, partner.Keys, country.Code, time.GetUtcNow())).Refused(out var unsigned, out var content))
                return unsigned;
            sender = sender with { Signed = true };
            return await take(new OpenedText(content, partner, jws.KeyName, jws.Digest()));
        }
    }
}
