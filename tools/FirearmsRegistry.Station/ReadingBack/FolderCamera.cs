namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>A camera that leaves its pictures in a folder, each written under another name and then renamed.</summary>
internal sealed class FolderCamera(string folder, TimeProvider time) : ICamera
{
    private const long LargestPicture = 15 * 1024 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Kinds = [".png", ".jpg", ".jpeg", ".gif", ".bmp"];

    public async Task<IReadOnlyList<Picture>> SinceAsync(DateTimeOffset since, TimeSpan wait, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        var begun = time.GetTimestamp();
        while (true)
        {
            var files = Directory.EnumerateFiles(folder)
                .Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant()))
                .Select(file => new FileInfo(file))
                .Where(file => file.LastWriteTimeUtc >= since.UtcDateTime && file.Length <= LargestPicture)
                .OrderByDescending(file => file.LastWriteTimeUtc).ToList();
            if (files.Count > 0 || time.GetElapsedTime(begun) >= wait)
                return [.. files.Select(file => new Picture(file.FullName, File.ReadAllBytes(file.FullName)))];
            await Task.Delay(Look, time, token);
        }
    }
}
