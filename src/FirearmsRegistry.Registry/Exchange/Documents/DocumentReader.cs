using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Documents;

/// <summary>
/// Reads documents strictly: a kind or version that is not known is refused by that name, anything unknown, missing, doubled, over-long or
/// of another kind with its JSON pointer. What was seen is never repeated: it may be personal.
/// </summary>
internal static class DocumentReader
{
    /// <summary>The version of every document today.</summary>
    public const int CurrentVersion = 1;

    private const int MostMarks = 50;

    private const int MostHops = 200;

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its UTF-8 text.</param>
    public static Result<IExchangeDocument> Read(ReadOnlyMemory<byte> json)
    {
        if (JsonGuard.Check(json.Span) is { } unreadable)
            return ExchangeErrors.DocumentInvalid(Unseen(unreadable.Errors));
        if (KindOf(json).Refused(out var refusal, out var kind))
            return refusal;
        var read = kind switch
        {
            DocumentKind.TraceRequest => Read<TraceRequestDocument>(json),
            DocumentKind.Acknowledgement => Read<AcknowledgementDocument>(json),
            DocumentKind.MoreInformation => Read<MoreInformationDocument>(json),
            DocumentKind.TraceAnswer => Read<TraceAnswerDocument>(json),
        };
        return read.Bind(document => Breaches(document) is { Count: > 0 } breaches
            ? ExchangeErrors.DocumentInvalid(breaches)
            : Result.Of(document));
    }

    /// <summary>Writes a document; the same document is always written alike.</summary>
    public static byte[] Write(IExchangeDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), RegistryJson.Options);

    private static Result<DocumentKind> KindOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("head", out var head) || head.ValueKind != JsonValueKind.Object)
        {
            return ExchangeErrors.DocumentInvalid(new InputError("/head", null, "This member is required."));
        }

        var code = head.TryGetProperty("kind", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        int? version = head.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var whole)
            ? whole
            : null;
        return Codes.TryParse<DocumentKind>(code, out var kind) && version == CurrentVersion
            ? kind
            : ExchangeErrors.VersionUnknown(code is { Length: <= 50 } ? $"{code} version {version}" : null);
    }

    private static Result<IExchangeDocument> Read<T>(ReadOnlyMemory<byte> json)
        where T : class, IExchangeDocument
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, RegistryJson.Options) is { } document
                ? Result.Of<IExchangeDocument>(document)
                : ExchangeErrors.DocumentInvalid(RequestErrors.NotAnObject.Errors);
        }
        catch (JsonException fault)
        {
            return ExchangeErrors.DocumentInvalid(Unseen(JsonFaults.Explain(fault, json)));
        }
    }

    private static List<InputError> Breaches(IExchangeDocument document)
    {
        var errors = new List<InputError>();
        switch (document)
        {
            case TraceRequestDocument { Content: var content } request:
                Require(content.Arm.Marks.Count <= MostMarks, "/content/arm/marks", $"May have {MostMarks} marks at the most.");
                Require((content.Priority == TracePriority.Urgent) == content.UrgencyJustification is not null,
                    "/content/urgencyJustification", "Must be given for urgent requests, and only for those.");
                Require(request.Handling?.Purposes is not { Count: 0 }, "/handling/purposes", "Must name one at least, or be left out.");
                break;
            case TraceAnswerDocument answer:
                errors.AddRange(AnswerRules.Faults(
                    new TraceAnswerContent(answer.Kind, answer.Finding, answer.Reason, answer.Explanation, Facts(answer.Trail), answer.ExpectedOn), "")
                    .Select(error => error.Pointer == "/facts" ? error with { Pointer = "/trail" } : error));
                Require(answer.Trail is not { Hops.Count: > MostHops }, "/trail/hops", $"May have {MostHops} stations at the most.");
                Require(answer.Handling?.Purposes is not { Count: 0 }, "/handling/purposes", "Must name one at least, or be left out.");
                break;
            case MoreInformationDocument information:
                Require((information.Act is InformationAct.Withdrawn or InformationAct.Reminded) == information.QuestionId is null, "/questionId",
                    "Must be given for a question and for its answer, and only for those.");
                Require(information.Act is InformationAct.Asked or InformationAct.Given || information.Handling is null, "/handling",
                    "Is told with a question or with information given, and only then.");
                Require(information.Handling?.Purposes is not { Count: 0 }, "/handling/purposes", "Must name one at least, or be left out.");
                Require(information.Act == InformationAct.Given || information.Arm is null, "/arm", "Is told with information given, and only then.");
                Require(information.Arm is not { Marks.Count: > MostMarks }, "/arm/marks", $"May have {MostMarks} marks at the most.");
                break;
        }

        return errors;

        void Require(bool holds, string pointer, string rule)
        {
            if (!holds)
                errors.Add(new InputError(pointer, null, rule));
        }
    }

    /// <summary>What the rules of answers look at: whether there is a trail.</summary>
    private static AnswerFacts? Facts(AnsweredTrail? trail) =>
        trail is null ? null : new AnswerFacts(trail.Outcome, trail.Hops, trail.NextCountry, null, trail.Text);

    private static IReadOnlyList<InputError> Unseen(IEnumerable<InputError> errors) => [.. errors.Select(error => error with { Seen = null })];
}
