using System.Text;

namespace FirearmsRegistry.Cli.Tests;

/// <summary>Files of one test.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("registry-cli");

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", "iafq", name);

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return PathOf(name);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
