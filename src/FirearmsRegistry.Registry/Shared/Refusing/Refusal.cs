namespace FirearmsRegistry.Registry.Shared.Refusing;

/// <summary>
/// A named "no": what a decision or a reader of input answers instead of a value. One place turns it into an RFC 9457 problem document
/// (<see cref="ProblemDocuments"/>), so that REST and the pages say the same.
/// </summary>
/// <param name="Name">Kebab-case name, stable for ever: the tail of <c>urn:firearms-registry:problem:</c>.</param>
/// <param name="Kind">What sort of "no" it is; decides the HTTP status.</param>
/// <param name="Title">One sentence, the same for every occurrence.</param>
/// <param name="Detail">What happened this time, for a person; never personal data.</param>
public sealed record Refusal(string Name, RefusalKind Kind, string Title, string? Detail = null)
{
    /// <summary>Which members of the input broke which rule; empty where the refusal is not about one member.</summary>
    public IReadOnlyList<InputError> Errors { get; init; } = [];

    /// <summary>Further members of the problem document (camelCase names), such as the look-alikes of a serial.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

    /// <summary>The thing named in the URL or in the body does not exist, or the caller may not know that it does.</summary>
    public static Refusal NotFound(string what, object id) =>
        new("not-found", RefusalKind.NotFound, "There is no such record.", $"No {what} has the id {id}.");

    /// <summary>The input is well formed, but members of it break rules.</summary>
    public static Refusal Input(params IReadOnlyList<InputError> errors) =>
        new("invalid-input", RefusalKind.Malformed, "The input breaks a rule.") { Errors = errors };

    /// <summary>The resource has moved on since the caller read it.</summary>
    public static Refusal Stale(long? current) =>
        new("stale-version", RefusalKind.Stale, "The record has changed since it was read.",
            "Read it again, look at what changed, and repeat the change with the new version in If-Match.")
        {
            Errors = [new InputError("header:If-Match", null, "Must be the current version.", "RFC 9110 13.1.1", current is { } version ? $"\"{version}\"" : null)],
            Extensions = new Dictionary<string, object?> { ["currentVersion"] = current },
        };
}

/// <summary>The sorts of refusal and with them the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>400: not readable as what it should be.</summary>
    Malformed,

    /// <summary>422: readable, but a rule of law or of the register forbids it whatever the record's state.</summary>
    RuleBroken,

    /// <summary>409: the record's present state forbids it.</summary>
    Conflict,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>412: the version in <c>If-Match</c> is not the current one.</summary>
    Stale,

    /// <summary>428: <c>If-Match</c> is missing.</summary>
    PreconditionMissing,

    /// <summary>403: this person may not do this.</summary>
    Forbidden,

    /// <summary>413: the body is larger than any record.</summary>
    TooLarge,

    /// <summary>415: the body is not JSON.</summary>
    WrongMediaType,

    /// <summary>429: allowed, but not so often.</summary>
    TooMany,

    /// <summary>503: a needed service is not there; nothing was written.</summary>
    Unavailable,
}

/// <summary>One member of the input and the rule that it breaks.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer into the body, such as <c>/mark/heightMm</c>; <c>header:If-Match</c> or <c>query:limit</c> outside it.</param>
/// <param name="Seen">The value seen, shortened to 100 characters; null where it is personal or missing.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Source">Where the rule comes from, such as "Firearms Protocol Art. 8(1)(b)".</param>
/// <param name="Suggestion">A value that would be accepted, where one is evident.</param>
public sealed record InputError(string Pointer, string? Seen, string Rule, string? Source = null, string? Suggestion = null);
