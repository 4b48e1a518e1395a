using System.CommandLine;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.Cli.Symbols;

/// <summary><c>registry symbol read</c>.</summary>
internal static class ReadSymbols
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Pictures: PNG, JPEG, GIF, BMP or WebP.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("read",
            "Reads the symbols in pictures. Writes one line of JSON for each file, in their order. Exits with 2 when any file cannot be read.")
        {
            Files,
        };
        command.SetAction(ReadAsync);
        return command;
    }

    private static async Task<int> ReadAsync(ParseResult given, CancellationToken token)
    {
        var limits = new SymbolLimits();
        using var engine = new ZXingSymbolEngine(limits, TimeProvider.System);
        var (exit, waiting) = (ExitCodes.Right, new Queue<Task<PictureLine>>());
        async Task WriteNextAsync()
        {
            var line = await waiting.Dequeue();
            if (line.Error is not null)
                exit = ExitCodes.Wrong;
            given.InvocationConfiguration.Output.WriteJsonLine(line);
        }

        // As many files at a time as there are engines: no more of them are held in memory.
        foreach (var file in given.GetRequiredValue(Files))
        {
            waiting.Enqueue(ReadAsync(engine, limits, file, token));
            if (waiting.Count > limits.Engines)
                await WriteNextAsync();
        }

        while (waiting.Count > 0)
            await WriteNextAsync();
        return exit;
    }

    private static async Task<PictureLine> ReadAsync(ZXingSymbolEngine engine, SymbolLimits limits, string file, CancellationToken token)
    {
        byte[] picture;
        try
        {
            if (new FileInfo(file) is { Exists: true } info && info.Length > limits.MostBytes)
                return PictureLine.Refused(file, "picture_too_large", $"The picture has {info.Length} bytes; at most {limits.MostBytes} are taken.");
            picture = await File.ReadAllBytesAsync(file, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return PictureLine.Refused(file, "file_not_readable", e.Message);
        }

        var result = await engine.ReadAsync(picture, token);
        return result.TryGet(out var reading, out var refusal) ? PictureLine.Of(file, reading) : PictureLine.Refused(file, refusal);
    }
}
