using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Certificates;

/// <summary>
/// A certificate of a firearm, folded from its events; kept as a snapshot, which is also what is answered. Its id is 128 random bits: whoever
/// has not seen the paper cannot guess it.
/// </summary>
public sealed class Certificate
{
    /// <summary>The certificate's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The firearm.</summary>
    public Guid FirearmId { get; set; }

    /// <summary>The version of the firearm's record that was certified.</summary>
    public long FirearmVersion { get; set; }

    /// <summary>What the firearm is.</summary>
    public FirearmDescription Description { get; set; } = null!;

    /// <summary>The marks that stand on it.</summary>
    public IReadOnlyList<CertifiedMark> Marks { get; set; } = [];

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>The later certificate that took its place.</summary>
    public Guid? SupersededBy { get; set; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Why it was revoked.</summary>
    public Note? RevocationReason { get; set; }

    /// <summary>What it is worth; whoever verifies it is told more carefully.</summary>
    public CertificateState State =>
        RevokedAt is not null ? CertificateState.Revoked : SupersededBy is not null ? CertificateState.Superseded : CertificateState.InForce;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CertificateIssued> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var issued = happened.Data;
        (FirearmId, FirearmVersion, Description, Marks) = (issued.FirearmId, issued.FirearmVersion, issued.Description, issued.Marks);
        IssuedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(CertificateSuperseded happened) => SupersededBy = happened.ByCertificateId;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CertificateRevoked> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (RevokedAt, RevocationReason) = (happened.Timestamp, happened.Data.Reason);
    }
}

/// <summary>What a certificate is worth.</summary>
public enum CertificateState
{
    /// <summary>The latest of its firearm.</summary>
    InForce,

    /// <summary>A later one took its place.</summary>
    Superseded,

    /// <summary>Revoked.</summary>
    Revoked,
}
