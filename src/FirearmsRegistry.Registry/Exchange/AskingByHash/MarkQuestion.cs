using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>A question by hash, as it goes from registry to registry: signed, with type <c>firearms-exchange-question+jws</c>.</summary>
/// <param name="Id">The question's id; asked again, it is answered alike and costs nothing.</param>
/// <param name="Hashes">The hashes of the marks, 64 lower-case hexadecimal digits each.</param>
internal sealed record MarkQuestion(Guid Id, IReadOnlyList<HashDigits> Hashes)
{
    /// <summary>The most marks of one question.</summary>
    public const int MostMarks = 50;
}

/// <summary>Its answer, signed by the other side.</summary>
/// <param name="Id">The question.</param>
/// <param name="Answers">One answer for each hash, in their order.</param>
internal sealed record MarkQuestionAnswer(Guid Id, IReadOnlyList<MarkKnowledge> Answers);

/// <summary>What a registry says of a mark that it was asked for by hash, and nothing else.</summary>
public enum MarkKnowledge
{
    /// <summary>No mark of its register has this hash.</summary>
    None,

    /// <summary>A mark may be the one: only a request tells, once a human on each side approved, or by the rule that both signed.</summary>
    Possible,
}

/// <summary>The hash of a mark under the secret of a pair: 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(ParsedJsonConverter<HashDigits>))]
internal readonly record struct HashDigits : IParsableWord<HashDigits>
{
    private const int Length = 64;

    private readonly string? _hex;

    private HashDigits(string hex) => _hex = hex;

    /// <summary>Reads the digits.</summary>
    public static Parsed<HashDigits> Parse(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower)
        ? new HashDigits(text)
        : new Fault("A hash has 64 lower-case hexadecimal digits.", "RFC 2104");

    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(ToString());

    /// <inheritdoc/>
    public override string ToString() => _hex ?? throw new InvalidOperationException("This hash was never set.");
}
