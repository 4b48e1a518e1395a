using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>The refusals of the area, each with the source of its rule.</summary>
internal static class FirearmErrors
{
    public const string LookAlike = "look-alike";

    public const string BreaksPolicy = "mark-breaks-policy";

    public const string UnknownParty = "unknown-party";

    public const string ImpossibleDate = "impossible-date";

    public const string Destroyed = "firearm-destroyed";

    public const string IdTaken = "id-taken";

    public const string Missing = "firearm-lost";

    public const string Quarantined = "firearm-quarantined";

    public const string MarksMissing = "marks-missing";

    public static Refusal NotAntique(int? year, string prefix = "") =>
        new("not-antique", RefusalKind.RuleBroken, "Nothing made after 1899 is an antique.")
        {
            Errors =
            [
                new InputError($"{prefix}/description/antique", "true",
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

    public static Refusal PolicyBroken(IReadOnlyList<InputError> breaches) => new(BreaksPolicy, RefusalKind.RuleBroken,
        "A mark applied here must obey the mark policy in force.",
        "Correct the mark, or record it with appliedHere false if it is on the arm already.")
    {
        Errors = breaches,
    };

    public static Refusal NoSuchParty(params IReadOnlyList<InputError> errors) =>
        new(UnknownParty, RefusalKind.RuleBroken, "A party named here is not in the register.", "Register the party first.") { Errors = errors };

    public static InputError NoSuchPartyAt(string pointer, Guid id) =>
        new(pointer, id.ToString(), "Must be the id of a registered party.");

    public static Refusal Dates(IReadOnlyList<InputError> errors) =>
        new(ImpossibleDate, RefusalKind.RuleBroken, "A date cannot be right.") { Errors = errors };

    public static Refusal IsDestroyed { get; } = new(Destroyed, RefusalKind.Conflict,
        "The firearm was destroyed: only corrections of its record are possible.");

    public static Refusal PartIdTaken(Guid id) => new(IdTaken, RefusalKind.Conflict, "A record with this id exists already.",
        $"The id {id} is taken; leave the id out to be given one.");

    public static Refusal IsMissing(LossKind kind) => new(Missing, RefusalKind.Conflict,
        "The firearm is reported lost, stolen or unlawfully transferred.",
        $"Reported {Words(Codes.Of(kind))}: record its recovery first.")
    {
        Errors = [new InputError("", Codes.Of(kind), "Nobody can pass on an arm that is missing.", "Firearms Protocol Art. 3(e)")],
        Extensions = new Dictionary<string, object?> { ["loss"] = Codes.Of(kind) },
    };

    public static Refusal InQuarantine(Firearm firearm) => new(Quarantined, RefusalKind.Conflict,
        "The firearm is in quarantine: nobody knows what a marking left on it.", "A person's inspection of the marking job ends it.")
    {
        Extensions = new Dictionary<string, object?> { ["markingJobIds"] = firearm.Quarantines.Order().ToList() },
    };

    public static Refusal AwaitsDisposal(DisposalMethod method) => new("disposal-open", RefusalKind.Conflict,
        "A disposal of the firearm is authorised and not carried out yet.", $"It is to be {Words(Codes.Of(method))}.")
    {
        Errors = [new InputError("", Codes.Of(method), "What was decided is carried out before anything else.", "Firearms Protocol Art. 6")],
    };

    public static Refusal NotTheHolder(Known<Guid> given, Known<Guid> holder) => new("not-the-holder", RefusalKind.Conflict,
        "Only the recorded holder can pass the firearm on.", "Read the record again; if the record is wrong, correct it first.")
    {
        Errors =
        [
            new InputError("/from", given.ToString(), "Must be the recorded holder.", null,
                holder.Match<string?>(id => id.ToString(), () => """{"is":"none"}""", () => null)),
        ],
        Extensions = new Dictionary<string, object?> { ["holder"] = holder },
    };

    public static Refusal LacksMarks(IReadOnlyList<InputError> missing) => new(MarksMissing, RefusalKind.Conflict,
        "The firearm lacks marks that must be on it, recorded and verified, before this.",
        "Apply or record each missing mark and record its verification.")
    {
        Errors = missing,
    };

    /// <summary>A code as words: <c>state_to_civilian</c> gives "state to civilian".</summary>
    public static string Words(string code) => code.Replace('_', ' ');

    public static Refusal Broken(string name, string title, string pointer, string? seen, string rule, string? source = null, string? suggestion = null) =>
        new(name, RefusalKind.RuleBroken, title) { Errors = [new InputError(pointer, seen, rule, source, suggestion)] };

    public static Refusal Against(string name, string title, string? detail = null) => new(name, RefusalKind.Conflict, title, detail);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A registered arm that a new one looks like.</summary>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="Serial">Its serial as marked.</param>
/// <param name="Maker">Its maker.</param>
/// <param name="Model">Its model.</param>
public sealed record LookAlike(Guid FirearmId, string Serial, string? Maker, string? Model);
