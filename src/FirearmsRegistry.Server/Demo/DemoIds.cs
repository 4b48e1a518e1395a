using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FirearmsRegistry.Server.Demo;

/// <summary>Ids of the demo's records: the same in every load, so that an interrupted one can go on where it stopped.</summary>
internal static class DemoIds
{
    public static Guid Party(int index) => Of("party", index);

    public static Guid Dealer(int index) => Of("dealer", index);

    public static Guid Authorisation(int index) => Of("authorisation", index);

    public static Guid Firearm(int index) => Of("firearm", index);

    public static Guid Mark(int index) => Of("mark", index);

    public static Guid Transfer(int index) => Of("transfer", index);

    public static Guid Loss(int index) => Of("loss", index);

    public static Guid Seizure(int index) => Of("seizure", index);

    public static Guid Item(int index) => Of("item", index);

    public static Guid Part(int index) => Of("part", index);

    public static Guid Ammunition(int index) => Of("ammunition", index);

    public static Guid Answer(int index) => Of("answer", index);

    public static Guid Trace(int index) => Of("trace", index);

    private static Guid Of(string kind, int index)
    {
        Span<byte> seed = stackalloc byte[Encoding.ASCII.GetByteCount(kind) + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(seed[Encoding.ASCII.GetBytes(kind, seed)..], index);
        var id = SHA256.HashData(seed).AsSpan(0, 16);
        // UUID version 8: made by a rule of one's own (RFC 9562).
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
