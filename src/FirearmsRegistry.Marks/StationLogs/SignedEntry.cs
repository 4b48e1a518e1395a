using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>An entry as it is kept and sent: its text, and the signatures of the station and of the person over that very text.</summary>
/// <param name="Content">The text, see <see cref="StationLogEntry.Write"/>.</param>
/// <param name="StationSignature">ECDSA over P-256 with SHA-256, IEEE P1363 form, in base64: by the station's key.</param>
/// <param name="OperatorSignature">The same by the key of the person that the entry names.</param>
public sealed record SignedEntry(string Content, string StationSignature, string OperatorSignature)
{
    /// <summary>The SHA-256 of the text, 64 lower-case hexadecimal digits: what the next entry names as its previous one.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    /// <summary>Signs an entry with both keys.</summary>
    public static SignedEntry Sign(StationLogEntry entry, ECDsa stationKey, ECDsa operatorKey)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(stationKey);
        ArgumentNullException.ThrowIfNull(operatorKey);
        var content = entry.Write();
        var bytes = Encoding.UTF8.GetBytes(content);
        return new SignedEntry(content, Signature(stationKey), Signature(operatorKey));

        string Signature(ECDsa key) => Convert.ToBase64String(key.SignData(bytes, HashAlgorithmName.SHA256));
    }

    /// <summary>Whether the station's signature is by this key.</summary>
    public bool IsByStation(SigningKey key) => (key ?? throw new ArgumentNullException(nameof(key))).Verifies(Content, StationSignature);

    /// <summary>Whether the person's signature is by this key.</summary>
    public bool IsByOperator(SigningKey key) => (key ?? throw new ArgumentNullException(nameof(key))).Verifies(Content, OperatorSignature);
}
