using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>The refusals of the area, each with the source of its rule.</summary>
internal static class FirearmErrors
{
    public const string LookAlike = "look-alike";

    public static Refusal NotAntique(int? year) => new("not-antique", RefusalKind.RuleBroken, "Nothing made after 1899 is an antique.")
    {
        Errors =
        [
            new InputError("/description/antique", "true",
                year is null ? "An antique needs a known year of manufacture, 1899 or earlier." : $"Made in {year}: after 1899.",
                "Firearms Protocol Art. 3(a)", "false"),
        ],
    };

    public static Refusal LooksAlike(IReadOnlyList<LookAlike> others) => new(LookAlike, RefusalKind.Conflict,
        "Another arm in the register has the same maker, country, model and serial.",
        "If it is the same arm, use its record. If it is another arm, repeat with confirmedDistinct saying why; both then need a national number.")
    {
        Extensions = new Dictionary<string, object?> { ["lookAlikes"] = others },
    };
}

/// <summary>A registered arm that a new one looks like.</summary>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="Serial">Its serial as marked.</param>
/// <param name="Maker">Its maker.</param>
/// <param name="Model">Its model.</param>
public sealed record LookAlike(Guid FirearmId, string Serial, string? Maker, string? Model);
