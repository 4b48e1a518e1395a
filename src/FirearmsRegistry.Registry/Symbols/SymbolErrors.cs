using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Symbols.Writing;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Refusing;

namespace FirearmsRegistry.Registry.Symbols;

/// <summary>The refusals of the area; those of the engine keep their names.</summary>
internal static class SymbolErrors
{
    public const string TooManyToName = "too-many-symbols-to-name";

    /// <summary>What may be answered about a picture.</summary>
    public static IReadOnlyList<string> OfPictures { get; } =
    [
        .. Enum.GetValues<SymbolRefusalName>()
            .Where(name => name is not (SymbolRefusalName.PayloadEmpty or SymbolRefusalName.PayloadNotWritable)).Select(NameOf),
        TooManyToName, "query-reason-required",
    ];

    /// <summary>What may be answered about a symbol to be written.</summary>
    public static IReadOnlyList<string> OfOrders { get; } =
    [
        NameOf(SymbolRefusalName.PayloadEmpty), NameOf(SymbolRefusalName.PayloadNotWritable), NameOf(SymbolRefusalName.EngineFailed),
        MarkingJobErrors.NoAuthority.Name,
    ];

    public static Refusal NoAuthority { get; } = MarkingJobErrors.NoAuthority with
    {
        Errors = [new InputError("/kind", null, "Needs the authority's NCAGE.", "MIL-STD-130N", Codes.Of(NumberPayloadKind.BareNumber))],
    };

    public static Refusal TooLarge(SymbolLimits limits) => Of(
        new SymbolRefusal(SymbolRefusalName.PictureTooLarge, $"A picture may have {limits.MostBytes} bytes at the most."), "");

    public static Refusal NotPictureType(string? seen, IReadOnlyList<string> taken) => new(
        NameOf(SymbolRefusalName.NotAPicture), RefusalKind.WrongMediaType, Title(SymbolRefusalName.NotAPicture))
    {
        Errors = [new InputError("header:Content-Type", Shortened(seen), $"Must be one of {string.Join(", ", taken)}.")],
    };

    public static Refusal TooManyMarks(int most) => new(TooManyToName, RefusalKind.RuleBroken,
        "The picture has more symbols than are looked up at once.", $"At most {most} different marks are looked up; take a picture of fewer symbols.");

    /// <summary>The engine's refusal as the registry's.</summary>
    /// <param name="refusal">What the engine said.</param>
    /// <param name="pointer">Which member of the input it is about; empty for the whole body.</param>
    public static Refusal Of(SymbolRefusal refusal, string pointer) =>
        new(NameOf(refusal.Name), KindOf(refusal.Name), Title(refusal.Name), refusal.Message)
        {
            Errors = refusal.Name == SymbolRefusalName.EngineFailed ? [] : [new InputError(pointer, null, refusal.Message)],
        };

    private static string NameOf(SymbolRefusalName name) => Codes.Of(name).Replace('_', '-');

    private static RefusalKind KindOf(SymbolRefusalName name) => name switch
    {
        SymbolRefusalName.NotAPicture or SymbolRefusalName.PictureFormatNotRead => RefusalKind.WrongMediaType,
        SymbolRefusalName.PictureTooLarge or SymbolRefusalName.PictureTooManyPixels => RefusalKind.TooLarge,
        SymbolRefusalName.PictureDamaged or SymbolRefusalName.PictureTooSlow or SymbolRefusalName.PictureTooDemanding => RefusalKind.RuleBroken,
        SymbolRefusalName.PayloadEmpty or SymbolRefusalName.PayloadNotWritable => RefusalKind.RuleBroken,
        SymbolRefusalName.EngineFailed => RefusalKind.Unavailable,
    };

    private static string Title(SymbolRefusalName name) => name switch
    {
        SymbolRefusalName.NotAPicture => "The body is not a picture.",
        SymbolRefusalName.PictureFormatNotRead => "Pictures of this format are not read.",
        SymbolRefusalName.PictureTooLarge => "The picture has too many bytes.",
        SymbolRefusalName.PictureTooManyPixels => "The picture has too many pixels.",
        SymbolRefusalName.PictureDamaged => "The picture is damaged.",
        SymbolRefusalName.PictureTooSlow => "Reading the picture takes too long.",
        SymbolRefusalName.PictureTooDemanding => "Reading the picture takes too much memory.",
        SymbolRefusalName.PayloadEmpty => "There is nothing to write.",
        SymbolRefusalName.PayloadNotWritable => "The symbol cannot carry this payload.",
        SymbolRefusalName.EngineFailed => "The symbol engine failed; another one takes its place.",
    };

    private static string? Shortened(string? seen) => seen is { Length: > 100 } ? seen[..100] : seen;
}
