using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Counts;

/// <summary>An imported file of compiled counts on which figures rest.</summary>
/// <param name="FileId">The import.</param>
/// <param name="Name">Where the file comes from, as whoever imported it said.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal digits.</param>
public sealed record CountSource(Guid FileId, string Name, string Sha256)
{
    /// <summary>The source in few words, told apart from other files of the same name.</summary>
    [JsonIgnore]
    public string Short => $"{Name.ReplaceLineEndings(" ")} ({Sha256[..8]})";
}

/// <summary>On what the figures of a year may rest: one or the other, never both.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum FigureSourceKind
{
    /// <summary>The case records of the register.</summary>
    Register,

    /// <summary>The counts of an imported file, as a statistician chose.</summary>
    CountFile,
}

/// <summary>On what a figure rests.</summary>
/// <param name="Kind">Cases of the register, or counts of a file.</param>
/// <param name="CountFileId">The imported file; null for the register.</param>
/// <param name="Name">Where the file comes from; null for the register.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal digits; null for the register.</param>
public sealed record FigureSource(FigureSourceKind Kind, Guid? CountFileId = null, string? Name = null, string? Sha256 = null)
{
    /// <summary>The case records of the register.</summary>
    public static FigureSource Register { get; } = new(FigureSourceKind.Register);

    /// <summary>The file; null for the register.</summary>
    [JsonIgnore]
    public CountSource? Counts => CountFileId is { } file ? new CountSource(file, Name!, Sha256!) : null;

    /// <summary>The source of a figure; null is the register.</summary>
    public static FigureSource Of(CountSource? counts) =>
        counts is null ? Register : new(FigureSourceKind.CountFile, counts.FileId, counts.Name, counts.Sha256);
}
