using System.Security.Cryptography;
using System.Text;

namespace FirearmsRegistry.Registry.Shared;

/// <summary>Ids of records that there is one of for each name, so that whoever knows the name knows the id.</summary>
internal static class NameBasedIds
{
    /// <summary>The id of a name: an RFC 9562 UUID of version 8 over it.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
