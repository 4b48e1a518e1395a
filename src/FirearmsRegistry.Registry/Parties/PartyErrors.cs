using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>The refusals of the area. None repeats a value: all of them may be personal.</summary>
internal static class PartyErrors
{
    public const string Words = "party";

    public const string Erased = "party-erased";
    public const string NothingCorrected = "nothing-corrected";
    public const string NameWithoutLetters = "name-without-letters";
    public const string BirthOfOrganisation = "birth-of-organisation";
    public const string BirthInFuture = "birth-in-future";
    public const string AuthorisationTaken = "authorisation-id-taken";
    public const string EndsBeforeStart = "authorisation-ends-before-start";
    public const string AlreadyRevoked = "authorisation-already-revoked";
    public const string RevokedBeforeStart = "revoked-before-start";

    public static Refusal IsErased { get; } = new(Erased, RefusalKind.Conflict, "The party's personal data were erased.",
        "Nothing can be added to them; register the party anew where the law allows it.");

    public static Refusal NothingIsCorrected { get; } = new(NothingCorrected, RefusalKind.RuleBroken,
        "The correction says what the register says already.");

    public static Refusal HasNoLetters { get; } = Broken(NameWithoutLetters, "A name needs a letter to be found by.", "/name",
        "Must hold at least one letter or digit of any script.");

    public static Refusal OrganisationIsNotBorn { get; } = Broken(BirthOfOrganisation, "An organisation has no date of birth.",
        "/dateOfBirth", "Must be none for an organisation.", suggestion: """{"is":"none"}""");

    public static Refusal NotBornYet { get; } = Broken(BirthInFuture, "A person was born before being registered.",
        "/dateOfBirth", "Must not lie in the future.");

    public static Refusal AuthorisationExists { get; } = new(AuthorisationTaken, RefusalKind.Conflict,
        "The party has an authorisation with this id already.");

    public static Refusal NoTimeLeft { get; } = Broken(EndsBeforeStart, "An authorisation ends after it starts.", "/validTo",
        "Must not lie before validFrom.");

    public static Refusal IsRevoked { get; } = new(AlreadyRevoked, RefusalKind.Conflict, "The authorisation was revoked before.");

    public static Refusal NotYetValid { get; } = Broken(RevokedBeforeStart, "An authorisation is revoked when it is valid, or on its first day.",
        "/revokedOn", "Must not lie before the first day of the authorisation.");

    private static Refusal Broken(string name, string title, string pointer, string rule, string? suggestion = null) =>
        new(name, RefusalKind.RuleBroken, title) { Errors = [new InputError(pointer, null, rule, null, suggestion)] };
}
