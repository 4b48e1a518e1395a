using FirearmsRegistry.Indicators.Vintages;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Vintages.Freezing;

/// <summary>Keeps what vintages say, byte for byte.</summary>
internal sealed class VintageContents(NpgsqlDataSource database)
{
    /// <summary>Keeps it in the transaction of the session.</summary>
    public static void Queue(IDocumentSession session, FrozenVintage vintage) => session.QueueSqlCommand(
        "insert into registry.vintage_content (digest, content) values (?, ?) on conflict do nothing",
        Convert.FromHexString(vintage.Digest), vintage.CanonicalBytes.ToArray());

    /// <summary>What the vintage says as it stands.</summary>
    public Task<FrozenVintage> ReadAsync(Vintage vintage, CancellationToken token) => ReadAsync(vintage.ContentDigest, token);

    /// <summary>What is kept under a digest.</summary>
    /// <exception cref="InvalidOperationException">Nothing is, although an event names it.</exception>
    public async Task<FrozenVintage> ReadAsync(string digest, CancellationToken token)
    {
        await using var command = database.CreateCommand("select content from registry.vintage_content where digest = $1");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Convert.FromHexString(digest) });
        return await command.ExecuteScalarAsync(token) is byte[] bytes
            ? FrozenVintage.Read(bytes)
            : throw new InvalidOperationException($"The content {digest} of a vintage is not kept.");
    }
}
