using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>Finds the mark that an act is about.</summary>
internal static class StandingMark
{
    public const string Voided = "mark-voided";

    public const string Tampered = "mark-tampered";

    /// <summary>The mark, unless it is unknown or voided or the firearm is destroyed.</summary>
    public static Result<MarkState> Find(Firearm firearm, Guid markId)
    {
        if (!firearm.Marks.TryGetValue(markId, out var mark))
            return Refusal.NotFound("mark", markId);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        return mark.Voided ? FirearmErrors.Against(Voided, "The mark was voided and no longer counts.") : mark;
    }

    public static Refusal IsTampered(MarkTampering tampering) => FirearmErrors.Against(Tampered,
        "The mark was found tampered with.",
        $"Found {Codes.Of(tampering)}: the firearm needs a new mark; a laboratory's reading is recorded as a restoration.");
}
