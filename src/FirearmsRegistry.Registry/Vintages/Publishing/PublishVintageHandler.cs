using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.Sending;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.Publishing;

/// <summary>Carries out <see cref="PublishVintage"/>.</summary>
internal sealed class PublishVintageHandler(
    RegistryWriter writer, VintageContents contents, VintageComputation computation, VintageChecks checks, VintageMessages messages, VintageSettings settings,
    ExchangeKeyRing keys)
{
    /// <summary>The header's <c>typ</c>, so that a vintage is never taken for a document.</summary>
    public const string SignedType = "firearms-vintage+jws";

    /// <summary>Checks, freezes and signs it; it takes the place of the published vintages in the years that it holds.</summary>
    public async Task<Result<Written>> HandleAsync(PublishVintage command, CommandContext context, CancellationToken token)
    {
        // Two that are published at once do not see each other: the second waits, and supersedes the first.
        await AdvisoryLocks.TakeAsync(writer.Session, ["vintage publications"], token);
        var fetched = await writer.FetchAsync<Vintage>(VintageErrors.What, command.Id, context, token);
        if (fetched.Refused(out var refusal, out var stream))
            return refusal;
        var vintage = stream.Aggregate!;
        // Another record's id names a stream too, whose events make no vintage.
        if (!vintage.IsThere)
            return Refusal.NotFound(VintageErrors.What, command.Id);
        if ((await settings.MetadataAsync(vintage.StructureVersion, token)).Refused(out refusal, out var metadata))
            return refusal;
        if (metadata is null)
            return VintageErrors.MetadataUnwritten;
        var published = (await writer.Session.Query<Vintage>().ToListAsync(token)).Where(one => one.State == VintageState.Published).ToArray();
        var decided = PublishVintage.Decide(vintage, command, await contents.ReadAsync(vintage, token),
            await computation.ComputeAsync(VintageSubject.Of(vintage), token), await checks.FindAsync(vintage, token), published, metadata);
        if (decided.Refused(out refusal, out var publication))
            return refusal;
        if (messages.Check(publication.Frozen, context.Now) is { Count: > 0 } wrong)
            return VintageErrors.MessageWrong(wrong);
        if ((await keys.SignDetachedAsync(SignedType, publication.Frozen.CanonicalBytes, token)).Refused(out refusal, out var signature))
            return refusal;
        VintageContents.Queue(writer.Session, publication.Frozen);
        foreach (var one in publication.Superseded)
            (await writer.Session.Events.FetchForWriting<Vintage>(one.Earlier.Id, token)).AppendOne(one.By(command.Id));
        var version = (stream.StartingVersion ?? 0) + 1;
        stream.AppendOne(new VintagePublished(publication.Frozen.Digest, signature.Jws, signature.KeyName, publication.Frozen.Content.Findings.Count,
            [.. publication.Superseded.Select(one => one.Earlier.Id)]));
        return await writer.CommitAsync(new Written(false, VintagePaths.Of(command.Id), command.Id, version), context, token);
    }
}
