using System.CommandLine;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.Cli.Symbols;

/// <summary><c>registry symbol read</c>.</summary>
internal static class ReadSymbols
{
    private const string Unreadable = "file_not_readable";

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
            if (Directory.Exists(file))
                return PictureLine.Refused(file, Unreadable, "This is a directory.");
            picture = await BytesAsync(file, limits.MostBytes, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return PictureLine.Refused(file, Unreadable, e.Message);
        }

        var result = await engine.ReadAsync(picture, token);
        return result.TryGet(out var reading, out var refusal) ? PictureLine.Of(file, reading) : PictureLine.Refused(file, refusal);
    }

    /// <summary>The file's bytes, and one more than are taken where it has more: what a device or a pipe holds is not known before, nor has it to end.</summary>
    private static async Task<byte[]> BytesAsync(string file, int most, CancellationToken token)
    {
        await using var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        using var bytes = new MemoryStream();
        var piece = new byte[81_920];
        for (int count; bytes.Length <= most && (count = await stream.ReadAsync(piece, token)) > 0;)
            bytes.Write(piece, 0, count);
        return bytes.ToArray();
    }
}
