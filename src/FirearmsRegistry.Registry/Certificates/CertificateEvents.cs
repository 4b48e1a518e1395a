using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Certificates;

/// <summary>A certificate of a firearm was issued. It says what arm it is, and nothing of a person.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="FirearmVersion">The version of its record that was certified.</param>
/// <param name="Description">What it is.</param>
/// <param name="Marks">The marks that stand on it.</param>
public sealed record CertificateIssued(
    Guid FirearmId, long FirearmVersion, FirearmDescription Description, IReadOnlyList<CertifiedMark> Marks);

/// <summary>A later certificate of the same firearm took its place.</summary>
/// <param name="ByCertificateId">The later one.</param>
public sealed record CertificateSuperseded(Guid ByCertificateId);

/// <summary>A certificate was revoked.</summary>
/// <param name="Reason">Why.</param>
public sealed record CertificateRevoked(Note Reason);

/// <summary>A mark as a certificate shows it.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Text">Exactly as marked.</param>
public sealed record CertifiedMark(MarkKind Kind, ComponentKind Component, MarkText Text);
