using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.Certificates.Issuing;

/// <summary>Issue a certificate of a firearm.</summary>
/// <param name="FirearmId">The firearm.</param>
public sealed record IssueCertificate(Guid FirearmId)
{
    /// <summary>Decides: only an arm that is where it should be is certified, and by marks that stand on it.</summary>
    public static Result<CertificateIssued> Decide(Firearm firearm)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.OpenLoss is { } loss)
            return FirearmErrors.IsMissing(loss.Kind);
        if (firearm.Quarantines.Count > 0)
            return FirearmErrors.InQuarantine(firearm);
        var standing = firearm.Marks.OrderBy(mark => mark.Key).Select(mark => mark.Value).Where(mark => mark.Counts).ToList();
        return standing.Count == 0
            ? CertificateErrors.NoMark
            : new CertificateIssued(firearm.Id, firearm.Version, firearm.Description,
                [.. standing.Select(mark => new CertifiedMark(mark.Mark.Kind, mark.Mark.Component, mark.Mark.Text))]);
    }
}

/// <summary>Carries out <see cref="IssueCertificate"/>.</summary>
public sealed class IssueCertificateHandler(RegistryWriter writer)
{
    /// <summary>Issues the certificate; those of the same firearm that are in force are superseded by it.</summary>
    public async Task<Result<Written>> HandleAsync(IssueCertificate command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        // Two that are issued at once do not see each other: the second waits, and supersedes the first.
        await AdvisoryLocks.TakeAsync(writer.Session, [$"certificates of {command.FirearmId}"], token);
        var fetched = await writer.FetchAsync<Firearm>("firearm", command.FirearmId, context, token);
        if (fetched.Refused(out var refusal, out var firearm))
            return refusal;
        // Another record's id names a stream too, whose events make no firearm.
        if (firearm.Aggregate!.Description is null)
            return Refusal.NotFound("firearm", command.FirearmId);
        if (IssueCertificate.Decide(firearm.Aggregate).Refused(out refusal, out var issued))
            return refusal;
        var id = PublicVerification.NewId();
        foreach (var earlier in await writer.Session.Query<Certificate>().Where(one => one.FirearmId == command.FirearmId).ToListAsync(token))
        {
            if (earlier.State == CertificateState.InForce)
                (await writer.Session.Events.FetchForWriting<Certificate>(earlier.Id, token)).AppendOne(new CertificateSuperseded(id));
        }

        return await writer.CreateAsync<Certificate>(id, CertificatePaths.Of(command.FirearmId, id), [issued], context, token);
    }
}
