using System.Security.Cryptography;
using FirearmsRegistry.Station.Configuring;

namespace FirearmsRegistry.Station.Enrolling;

/// <summary>The private keys that sign the station's log: the station's own, and each person's, which only his PIN unlocks.</summary>
internal static class KeyFiles
{
    /// <summary>The shortest PIN.</summary>
    public const int ShortestPin = 6;

    // OWASP's figure for PBKDF2 with SHA-256.
    private static readonly PbeParameters Locked = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    /// <summary>The station's key, made where there is none.</summary>
    /// <exception cref="StationException">There is something else in its place.</exception>
    public static ECDsa Station(StationFolder folder)
    {
        if (!File.Exists(folder.StationKey))
        {
            using var fresh = New();
            StationFolder.WritePrivate(folder.StationKey, fresh.ExportPkcs8PrivateKeyPem());
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(folder.StationKey));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new StationException($"{folder.StationKey} is no key.", fault);
        }
    }

    /// <summary>Whether a person has a key.</summary>
    public static bool HasOperator(StationFolder folder, string person) => File.Exists(folder.OperatorKey(person));

    /// <summary>A PIN that is long enough.</summary>
    /// <exception cref="StationException">It is not.</exception>
    public static string Checked(string pin) =>
        pin.Length >= ShortestPin ? pin : throw new StationException($"A PIN has at least {ShortestPin} characters.");

    /// <summary>A new key.</summary>
    public static ECDsa New() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Keeps a person's key, locked by the PIN, in the place of an older one.</summary>
    public static void KeepOperator(StationFolder folder, string person, ECDsa key, string pin) =>
        StationFolder.WritePrivate(folder.OperatorKey(person), key.ExportEncryptedPkcs8PrivateKeyPem(pin, Locked));

    /// <summary>A person's key.</summary>
    /// <exception cref="StationException">There is none, or the PIN is wrong.</exception>
    public static ECDsa Operator(StationFolder folder, string person, string pin)
    {
        var path = folder.OperatorKey(person);
        if (!File.Exists(path))
            throw new StationException("You have no key at this station: 'registry-station enrol'.");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromEncryptedPem(File.ReadAllText(path), pin);
            return key;
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new StationException("The PIN is wrong.", fault);
        }
    }
}
