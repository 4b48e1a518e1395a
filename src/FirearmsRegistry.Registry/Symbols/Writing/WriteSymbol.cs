using System.Globalization;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Registry.Symbols.Writing;

/// <summary>Makes the engine's order of what was asked for.</summary>
internal static class WriteSymbol
{
    /// <summary>The most pixels of a PNG: the largest Data Matrix at 30 pixels a module has a quarter of them.</summary>
    public const long MostPixels = 20_000_000;

    /// <summary>Decides what the engine is to write.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="authority">The NCAGE of the authority that numbers arms; null where it has none.</param>
    public static Result<SymbolOrder> Decide(SymbolRequest asked, Ncage? authority)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (Errors(asked).ToList() is { Count: > 0 } errors)
            return Refusal.Input(errors);
        if (asked is { Number: not null, Kind: not NumberPayloadKind.BareNumber } && authority is null)
            return SymbolErrors.NoAuthority;
        return new SymbolOrder(asked.Format, PayloadOf(asked, authority), asked.Shape ?? SymbolShape.Square);
    }

    /// <summary>Which member of the request its payload is.</summary>
    public static string PayloadPointer(SymbolRequest asked) =>
        asked.Payload is not null ? "/payload" : asked.PayloadHex is not null ? "/payloadHex" : "/number";

    /// <summary>Refuses a picture of more pixels than anybody prints.</summary>
    public static Refusal? TooManyPixels(ModuleMatrix matrix, int pixelsPerModule)
    {
        var (width, height) = matrix.SizeInModules();
        var most = (int)Math.Sqrt((double)MostPixels / width / height);
        return pixelsPerModule <= most
            ? null
            : Refusal.Input(new InputError("/pixelsPerModule", Text(pixelsPerModule),
                $"A picture of this symbol may have {MostPixels} pixels at the most.", null, most > 0 ? Text(most) : null));
    }

    private static IEnumerable<InputError> Errors(SymbolRequest asked)
    {
        if (!SymbolFormats.Written.Contains(asked.Format))
        {
            yield return new InputError("/format", Codes.Of(asked.Format),
                $"Must be one of {string.Join(", ", SymbolFormats.Written.Select(Codes.Of))}.");
        }

        if (new object?[] { asked.Payload, asked.PayloadHex, asked.Number }.Count(given => given is not null) != 1)
            yield return new InputError("/payload", null, "Exactly one of payload, payloadHex and number must be given.");
        if (asked is { Kind: { } kind, Number: null })
            yield return new InputError("/kind", Codes.Of(kind), "Only the payload of a number has a kind.");
        if (asked is { Shape: SymbolShape.Rectangular, Format: not SymbolFormat.DataMatrix })
            yield return new InputError("/shape", Codes.Of(SymbolShape.Rectangular), "Only a Data Matrix may be rectangular.", "ISO/IEC 16022");
        if (asked.ModuleMm is < 0.05m or > 10)
            yield return new InputError("/moduleMm", asked.ModuleMm.ToString(CultureInfo.InvariantCulture), "Must be 0.05 to 10 mm.");
        if (asked.PixelsPerModule is < 1 or > 100)
            yield return new InputError("/pixelsPerModule", Text(asked.PixelsPerModule), "Must be 1 to 100 pixels.");
    }

    private static byte[] PayloadOf(SymbolRequest asked, Ncage? authority) =>
        asked.Number is { } number ? Encoding.UTF8.GetBytes(PayloadOf(number, asked.Kind, authority).Text)
        : asked.PayloadHex?.ToBytes() ?? Encoding.UTF8.GetBytes(asked.Payload!);

    private static Payload PayloadOf(NationalNumber number, NumberPayloadKind? kind, Ncage? authority) =>
        kind == NumberPayloadKind.BareNumber ? new NumberPayload(number) : NationalPayload.Of(authority!.Value, number);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
