using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Certificates;

/// <summary>The refusals of the area.</summary>
internal static class CertificateErrors
{
    public const string What = "certificate";

    public const string AlreadyRevoked = "certificate-revoked";

    public static Refusal Revoked { get; } = new(AlreadyRevoked, RefusalKind.Conflict, "The certificate was revoked before.");

    public static Refusal NoMark { get; } = FirearmErrors.LacksMarks(
        [new InputError("", null, "A certificate names the arm by a mark that stands on it, read back and not tampered with.")]);
}
