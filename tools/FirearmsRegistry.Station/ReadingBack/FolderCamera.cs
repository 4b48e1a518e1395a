namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>A camera that leaves its pictures in a folder, each written under another name and then renamed.</summary>
internal sealed class FolderCamera(string folder) : ICamera
{
    private const long LargestPicture = 15 * 1024 * 1024;

    private static readonly string[] Kinds = [".png", ".jpg", ".jpeg", ".gif", ".bmp"];

    public IReadOnlyList<Picture> Taken(DateTimeOffset since, DateTimeOffset until, IReadOnlySet<string> known)
    {
        Directory.CreateDirectory(folder);
        return
        [
            .. Directory.EnumerateFiles(folder)
                .Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant()) && !known.Contains(file))
                .Select(file => new FileInfo(file))
                .Where(file => file.LastWriteTimeUtc >= since.UtcDateTime && file.LastWriteTimeUtc < until.UtcDateTime && file.Length <= LargestPicture)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .Select(file => new Picture(file.FullName, File.ReadAllBytes(file.FullName))),
        ];
    }
}
