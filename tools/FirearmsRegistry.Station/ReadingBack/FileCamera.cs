namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>A picture that a person took and names, whenever that was.</summary>
internal sealed class FileCamera(FileInfo file) : ICamera
{
    public IReadOnlyList<Picture> Taken(DateTimeOffset since, DateTimeOffset until, IReadOnlySet<string> known)
    {
        if (known.Contains(file.FullName))
            return [];
        try
        {
            return [new Picture(file.FullName, File.ReadAllBytes(file.FullName))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StationException($"{file} cannot be read: {fault.Message}", fault);
        }
    }
}
