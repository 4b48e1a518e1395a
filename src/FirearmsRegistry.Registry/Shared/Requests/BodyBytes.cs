namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Reads a whole body into memory, up to a limit.</summary>
internal static class BodyBytes
{
    /// <summary>One mebibyte: hundreds of times the largest record.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The bytes; longer than the limit where the body is too large.</summary>
    /// <param name="body">The body.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<byte[]> ReadAsync(Stream body, int limit, CancellationToken token)
    {
        using var all = new MemoryStream();
        var buffer = new byte[8192];
        while (all.Length <= limit)
        {
            var read = await body.ReadAsync(buffer, token);
            if (read == 0)
                break;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
