namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>Takes pictures of the metal.</summary>
internal interface ICamera
{
    /// <summary>The pictures taken since a time, newest first; none where there is none when the wait is over.</summary>
    Task<IReadOnlyList<Picture>> SinceAsync(DateTimeOffset since, TimeSpan wait, CancellationToken token);
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
