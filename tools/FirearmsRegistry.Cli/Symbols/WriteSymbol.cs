using System.CommandLine;
using System.Text;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Cli.Symbols;

/// <summary><c>registry symbol write</c>.</summary>
internal static class WriteSymbol
{
    private const int PixelsPerModule = 8;

    private static readonly Argument<string> Payload = new("PAYLOAD") { Description = "What the symbol says." };

    private static readonly Option<bool> Hex = new("--hex") { Description = "The payload is given byte for byte, two hexadecimal digits each." };

    private static readonly Choice<SymbolFormat> Format = Choices.Of("--format", "The kind of symbol.", SymbolFormats.Written);

    private static readonly Choice<SymbolShape> Shape = Choices.Of("--shape", "Of a Data Matrix.", Enum.GetValues<SymbolShape>());

    private static readonly Choice<Rendering> As = Choices.Of("--as", "What to write; modules is one line of # and . a row.", Enum.GetValues<Rendering>());

    private static readonly Option<double> Module = new("--module")
    {
        Description = "The edge of a module in SVG, in millimetres.",
        HelpName = "MM",
        DefaultValueFactory = _ => 0.5,
    };

    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "The file to write; the output where it is missing.", HelpName = "FILE" };

    public static Command Create()
    {
        Module.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.05 and <= 10))
                result.AddError("--module must be from 0.05 to 10 mm.");
        });
        var command = new Command("write", "Writes a symbol. Exits with 2 when the payload cannot be written so.") { Payload, Hex, Format, Shape, As, Module, Output };
        command.SetAction(WriteAsync);
        return command;
    }

    private static async Task<int> WriteAsync(ParseResult given, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        if (PayloadOf(given) is not { } payload)
        {
            await errors.WriteLineAsync("PAYLOAD must have an even number of hexadecimal digits.");
            return ExitCodes.Wrong;
        }

        using var engine = new ZXingSymbolEngine();
        var written = await engine.WriteAsync(new SymbolOrder(given.Chosen(Format), payload, given.Chosen(Shape)), token);
        if (!written.TryGet(out var matrix, out var refusal))
        {
            await errors.WriteLineAsync(refusal.Message);
            return ExitCodes.Wrong;
        }

        var content = given.Chosen(As) switch
        {
            Rendering.Png => matrix.ToPng(PixelsPerModule),
            Rendering.Svg => Encoding.UTF8.GetBytes(matrix.ToSvg(given.GetValue(Module)) + "\n"),
            Rendering.Modules => Encoding.UTF8.GetBytes(matrix.ToText() + "\n"),
        };
        await using var output = given.GetValue(Output) is { } file ? file.Create() : Console.OpenStandardOutput();
        await output.WriteAsync(content, token);
        return ExitCodes.Right;
    }

    private static byte[]? PayloadOf(ParseResult given)
    {
        var text = given.GetRequiredValue(Payload);
        if (!given.GetValue(Hex))
            return Encoding.UTF8.GetBytes(text);
        var bytes = new byte[text.Length / 2];
        return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }

    private enum Rendering
    {
        Svg,
        Png,
        Modules,
    }
}
