using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>Refusals that any write may meet.</summary>
internal static class WritingErrors
{
    public static Refusal KeyReused { get; } = new("idempotency-key-reused", RefusalKind.RuleBroken,
        "The idempotency key was used before with another body.", "Use a new key for a new request.")
    {
        Errors = [new InputError("header:Idempotency-Key", null, "Must be new for a new request.")],
    };

    public static Refusal InProgress { get; } = new("request-in-progress", RefusalKind.Conflict,
        "The same request is being carried out.", "Repeat it with the same key in a moment to have its answer.")
    {
        Errors = [new InputError("header:Idempotency-Key", null, "Must wait until the request with this key has its answer.")],
    };

    public static Refusal TryAgain { get; } = new("try-again", RefusalKind.Conflict,
        "Another request changed the same records at the same time.",
        "Nothing was written. Repeat the request with the same idempotency key.");

    public static Refusal PartIdTaken { get; } = new("id-taken", RefusalKind.Conflict, "A record with this id exists already.",
        "An id given for a part of the record is taken; leave it out to have one made.");

    public static Refusal IdTaken(Guid id) => new("id-taken", RefusalKind.Conflict, "A record with this id exists already.",
        $"The id {id} is taken; leave the id out to be given one.");
}
