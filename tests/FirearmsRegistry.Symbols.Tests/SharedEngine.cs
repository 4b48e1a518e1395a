using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Reading;
using FirearmsRegistry.Symbols.Refusing;
using FirearmsRegistry.Symbols.Tests;
using FirearmsRegistry.Symbols.Writing;

[assembly: AssemblyFixture(typeof(SharedEngine))]

namespace FirearmsRegistry.Symbols.Tests;

/// <summary>One pool of engines for all tests, as in the server.</summary>
public sealed class SharedEngine : IDisposable
{
    public ZXingSymbolEngine Engine { get; } = new();

    public async Task<ModuleMatrix> WriteAsync(SymbolFormat format, string text, SymbolShape shape = SymbolShape.Square) =>
        (await Engine.WriteAsync(SymbolOrder.Text(format, text, shape), TestContext.Current.CancellationToken)).GetOrThrow();

    public async Task<PictureReading> ReadAsync(byte[] picture) =>
        (await Engine.ReadAsync(picture, TestContext.Current.CancellationToken)).GetOrThrow();

    public Task<PictureReading> ReadAsync(GreyPicture picture) => ReadAsync(PngWriter.Write(picture));

    public async Task<SymbolRefusal> RefusalAsync(byte[] picture)
    {
        Assert.False((await Engine.ReadAsync(picture, TestContext.Current.CancellationToken)).TryGet(out _, out var refusal));
        return refusal;
    }

    public void Dispose() => Engine.Dispose();
}
