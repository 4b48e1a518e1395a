using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Symbols.Tests;

/// <summary>A picture on disk for another program to read.</summary>
internal sealed class PictureFile : IDisposable
{
    public PictureFile(GreyPicture picture) => File.WriteAllBytes(Path, PngWriter.Write(picture));

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"symbol-{Guid.CreateVersion7()}.png");

    public void Dispose() => File.Delete(Path);
}
