namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>Takes pictures of the metal.</summary>
internal interface ICamera
{
    /// <summary>The pictures that were taken in a time, newest first, without those that are known by their names.</summary>
    IReadOnlyList<Picture> Taken(DateTimeOffset since, DateTimeOffset until, IReadOnlySet<string> known);
}

/// <summary>Looks at the metal and keys what is written there: the second read, which knows nothing of the order.</summary>
internal interface IOperator
{
    /// <summary>The text on the metal; null where the person cannot say.</summary>
    Task<string?> KeyTextAsync(Picture picture, CancellationToken token);
}

/// <summary>A picture of the metal.</summary>
/// <param name="Name">Of its file, for people.</param>
/// <param name="Bytes">The file, as it came.</param>
internal sealed record Picture(string Name, ReadOnlyMemory<byte> Bytes);
