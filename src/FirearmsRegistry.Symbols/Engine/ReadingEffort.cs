namespace FirearmsRegistry.Symbols.Engine;

/// <summary>How hard the engine looks at a picture, and for what; the names are the engine's own, since it reads this as JSON.</summary>
internal sealed record ReadingEffort
{
    private const string SquareCodes = "DataMatrix,QRCode";
    private const string LinearCodes = "Code128,Code39,Code93,Codabar,EANUPC,ITF,DataBar";
    private const string OtherCodes = $"MicroQRCode,RMQRCode,AztecCode,AztecRune,PDF417,MicroPDF417,MaxiCode,{LinearCodes}";

    /// <summary>The codes that are cut into metal: their finder shows at any angle, so that no rotated copy is needed.</summary>
    public static readonly ReadingEffort Square = new() { Formats = SquareCodes };

    /// <summary>The same in a prepared picture, with the engine's own closing of gaps.</summary>
    public static readonly ReadingEffort Prepared = Square with { TryDenoise = true };

    /// <summary>All other codes, quickly.</summary>
    public static readonly ReadingEffort Others = new() { Formats = OtherCodes, TryRotate = true, TryHarder = false };

    /// <summary>Linear codes, quickly.</summary>
    public static readonly ReadingEffort Linear = Others with { Formats = LinearCodes };

    /// <summary>Linear codes in a small picture.</summary>
    public static readonly ReadingEffort LinearHarder = Linear with { TryHarder = true };

    /// <summary>
    /// More square codes beside one that was found: having found one, the engine looks for others in its orientation and reflectance alone.
    /// </summary>
    public static readonly ReadingEffort SquareAround = Square with { TryRotate = true, TryInvert = true };

    /// <summary>Everything that the engine can do with a picture.</summary>
    public static readonly ReadingEffort Everything = new()
    {
        Formats = $"{SquareCodes},{OtherCodes}",
        TryRotate = true,
        TryInvert = true,
        TryDenoise = true,
    };

    /// <summary>Kinds of symbols, separated by commas.</summary>
    public required string Formats { get; init; }

    public bool TryHarder { get; init; } = true;

    public bool TryRotate { get; init; }

    public bool TryInvert { get; init; }

    public bool TryDownscale => true;

    public bool TryDenoise { get; init; }

    public int DownscaleThreshold => 500;

    public int DownscaleFactor => 3;

    /// <summary>A local threshold.</summary>
    public int Binarizer => 0;

    public bool IsPure => false;

    public int MinLineCount => 2;

    public int MaxNumberOfSymbols => 255;

    public bool ValidateOptionalChecksum => false;

    public bool ReturnErrors => false;

    public int EanAddOnSymbol => 0;

    /// <summary>The content itself, with its control characters.</summary>
    public int TextMode => 0;

    /// <summary>As the symbol says.</summary>
    public int CharacterSet => 0;

    public bool TryCode39ExtendedMode => true;
}
