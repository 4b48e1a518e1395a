using System.Diagnostics;
using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Refusing;
using FirearmsRegistry.Symbols.Writing;
using Microsoft.Extensions.Time.Testing;

namespace FirearmsRegistry.Symbols.Tests.Engine;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>Alone, since they measure the process.</summary>
[Collection(Alone.Name)]
public class ContainmentTests(SharedEngine shared)
{
    private const int Mutants = 5_000;
    private const long MostMemoryLeft = 200_000_000;

    [Fact]
    public async Task Five_thousand_mutated_pictures_are_each_answered_and_memory_returns()
    {
        byte[][] originals =
        [
            (await shared.WriteAsync(SymbolFormat.DataMatrix, "1")).ToPng(2),
            await FixtureAsync("label.jpg"),
            await FixtureAsync("progressive.jpg"),
            await FixtureAsync("interlaced.png"),
        ];
        await Parallel.ForAsync(0, 50, TestContext.Current.CancellationToken, async (_, token) => await shared.Engine.ReadAsync(originals[0], token));
        var before = Memory();

        var failed = 0;
        await Parallel.ForAsync(0, Mutants, TestContext.Current.CancellationToken, async (i, token) =>
        {
            var result = await shared.Engine.ReadAsync(Mutant(originals[i % originals.Length], new Random(i)), token);
            if (!result.TryGet(out _, out var refusal) && refusal.Name == SymbolRefusalName.EngineFailed)
                Interlocked.Increment(ref failed);
        });

        Assert.Equal(0, failed);
        Assert.InRange(Memory() - before, long.MinValue, MostMemoryLeft);
        Assert.Equal("1", Assert.Single((await shared.ReadAsync(originals[0])).Symbols).Text);
    }

    [Fact]
    public async Task A_picture_that_takes_too_long_is_refused_and_its_engine_replaced()
    {
        var (token, time) = (TestContext.Current.CancellationToken, new FakeTimeProvider());
        using var engine = new ZXingSymbolEngine(new SymbolLimits { Engines = 1 }, time);
        var small = (await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, "still here"), token)).GetOrThrow().ToPng(4);

        var reading = engine.ReadAsync(Noise(6_000, 4_000), token);
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.False((await reading).TryGet(out _, out var refusal));
        Assert.Equal(SymbolRefusalName.PictureTooSlow, refusal.Name);
        Assert.Equal("still here", Assert.Single((await engine.ReadAsync(small, token)).GetOrThrow().Symbols).Text);
        Assert.Equal(2, engine.EnginesStarted);
    }

    [Fact]
    public async Task A_picture_that_needs_too_much_memory_is_refused_and_its_engine_replaced()
    {
        var token = TestContext.Current.CancellationToken;
        using var engine = new ZXingSymbolEngine(new SymbolLimits { Engines = 1, MostMemory = 32 * 1024 * 1024 }, TimeProvider.System);
        var small = (await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, "still here"), token)).GetOrThrow().ToPng(4);

        Assert.False((await engine.ReadAsync(PngWriter.Write(new GreyPicture(5_000, 5_000)), token)).TryGet(out _, out var refusal));

        Assert.Equal(SymbolRefusalName.PictureTooDemanding, refusal.Name);
        Assert.Equal("still here", Assert.Single((await engine.ReadAsync(small, token)).GetOrThrow().Symbols).Text);
    }

    [Fact]
    public async Task Giving_up_ends_the_reading()
    {
        var time = new TellingTime();
        using var engine = new ZXingSymbolEngine(new SymbolLimits { Engines = 1 }, time);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var reading = engine.ReadAsync(Noise(6_000, 4_000), source.Token);
        await time.Began;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_picture_near_the_limit_is_read()
    {
        using var engine = new ZXingSymbolEngine(new SymbolLimits { Engines = 1, LongestTime = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var result = await engine.ReadAsync(PngWriter.Write(new GreyPicture(7_990, 5_000)), TestContext.Current.CancellationToken);

        Assert.Empty(result.GetOrThrow().Symbols);
    }

    [Fact]
    public async Task A_huge_picture_leaves_no_huge_engine_behind()
    {
        using var engine = new ZXingSymbolEngine(new SymbolLimits { Engines = 1, LongestTime = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var token = TestContext.Current.CancellationToken;

        Assert.True((await engine.ReadAsync(PngWriter.Write(new GreyPicture(7_000, 5_700)), token)).TryGet(out _, out _));
        Assert.True((await engine.ReadAsync(PngWriter.Write(new GreyPicture(60, 60)), token)).TryGet(out _, out _));

        Assert.Equal(2, engine.EnginesStarted);
    }

    private static Task<byte[]> FixtureAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", name), TestContext.Current.CancellationToken);

    /// <summary>A few bytes changed, taken out or put in, behind the signature more often than in it.</summary>
    private static byte[] Mutant(byte[] original, Random random)
    {
        var file = original.ToList();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(4))
            {
                case 0:
                    file.RemoveRange(at, Math.Min(random.Next(1, 20), file.Count - at - 1));
                    break;
                case 1:
                    file.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    file[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. file];
    }

    private static byte[] Noise(int width, int height)
    {
        var picture = new GreyPicture(width, height);
        var random = new Random(1);
        for (var i = 0; i < picture.Pixels.Length; i++)
            picture.Pixels[i] = (byte)(random.Next(2) * 255);
        return PngWriter.Write(picture);
    }

    /// <summary>Tells that an engine's clock was set, and so that its work begins.</summary>
    private sealed class TellingTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => _began.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _began.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
