using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>The refusals of the area, each with the source of its rule.</summary>
internal static class NumberErrors
{
    public const string SeriesOpenAlready = "series-open-already";
    public const string ForeignSeries = "foreign-series";
    public const string SeriesExhausted = "series-exhausted";
    public const string UnknownFirearm = "unknown-firearm";
    public const string NumberOnFirearm = "number-on-firearm";
    public const string NumberVoidAlready = "number-void";
    public const string NotANationalNumber = "not-a-national-number";
    public const string NumberNotIssued = "number-not-issued";
    public const string NumberOfAnotherFirearm = "number-of-another-firearm";

    private const string UniqueSource = "Firearms Protocol Art. 8(1)(a)";
    private const string IdentifySource = "Firearms Protocol Art. 7; ITI para. 8";

    public static Refusal OpenAlready(SeriesCode code) => new(SeriesOpenAlready, RefusalKind.Conflict,
        "A country, year and class have one number series only.", $"The series {code} is open.")
    {
        Extensions = new Dictionary<string, object?> { ["seriesId"] = NumberSeries.IdOf(code) },
    };

    public static Refusal Foreign(CountryCode seen, CountryCode own) => new(ForeignSeries, RefusalKind.RuleBroken,
        "A registry issues the national numbers of its own country only.")
    {
        Errors = [new InputError("/country", seen.ToString(), $"Must be {own}.", UniqueSource, own.ToString())],
    };

    public static Refusal Year(int seen, int last) => Refusal.Input(new InputError("/year", seen.ToString(CultureInfo.InvariantCulture),
        $"The year of a number series has four digits and lies between 2000 and {last.ToString(CultureInfo.InvariantCulture)}."));

    public static Refusal Count(int seen, int most) => Refusal.Input(new InputError("/count", seen.ToString(CultureInfo.InvariantCulture),
        $"Must be a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}."));

    public static Refusal OneFirearmPerNumber(int firearms, int count) => Refusal.Input(new InputError("/firearmIds",
        string.Create(CultureInfo.InvariantCulture, $"{firearms} ids"),
        string.Create(CultureInfo.InvariantCulture, $"Leave it out, or name {count} firearms, one for each number."), IdentifySource));

    public static Refusal FirearmTwice(int index, Guid firearm) => Refusal.Input(new InputError(FirearmPointer(index), firearm.ToString(),
        "The same firearm stands twice: one firearm gets one number.", IdentifySource));

    public static Refusal FirearmsUnknown(IEnumerable<(int Index, Guid Firearm)> unknown) => new(UnknownFirearm, RefusalKind.RuleBroken,
        "A number can be reserved for a registered firearm only.")
    {
        Errors = [.. unknown.Select(it => new InputError(FirearmPointer(it.Index), it.Firearm.ToString(), "No firearm has this id."))],
    };

    public static Refusal Exhausted(SeriesCode code, int left) => new(SeriesExhausted, RefusalKind.Conflict,
        "The series has not that many numbers left.",
        string.Create(CultureInfo.InvariantCulture, $"The series {code} has {left} numbers left. Open a series of another class, or ask for fewer."));

    public static Refusal OnFirearm(IssuedNumber number) => new(NumberOnFirearm, RefusalKind.Conflict, "The number is marked on a firearm.",
        $"Its state is {Codes.Of(number.State)}. It can be voided only together with the mark on the firearm, which a search by the mark finds.");

    public static Refusal VoidAlready(IssuedNumber number) => new(NumberVoidAlready, RefusalKind.Conflict,
        "The number is void; a void number is never used again.", $"The number {number.Printed} was given up.");

    public static Refusal Unreadable(string pointer, string? seen, Fault fault) => new(NotANationalNumber, RefusalKind.Malformed,
        "This is no national number.")
    {
        Errors = [new InputError(pointer, seen?.Length > 100 ? seen[..100] : seen, fault.Rule, fault.Source, fault.Suggestion)],
    };

    public static Refusal NotExact(string pointer, string seen, NationalNumber number) =>
        Unreadable(pointer, seen, new Fault("A number is marked exactly as it was issued: capitals, and no I, O or Q for 1 or 0.",
            UniqueSource, number.Printed));

    public static Refusal NotIssued(string pointer, NationalNumber number) => OfMark(NumberNotIssued, RefusalKind.RuleBroken,
        "Only a number that this registry issued may be marked.", pointer, number, "The number is well formed, but was never issued here.");

    public static Refusal InUse(string pointer, IssuedNumber number) => OfMark(NumberOnFirearm, RefusalKind.Conflict,
        "The number is marked on a firearm.", pointer, number.Number, "It is on an arm already; a number is never used twice.");

    public static Refusal GivenUp(string pointer, IssuedNumber number) => OfMark(NumberVoidAlready, RefusalKind.Conflict,
        "The number is void; a void number is never used again.", pointer, number.Number, "It was given up; have another one issued.");

    public static Refusal OfAnother(string pointer, IssuedNumber number) => OfMark(NumberOfAnotherFirearm, RefusalKind.Conflict,
        "The number is reserved for another firearm.", pointer, number.Number, "It was issued for another firearm.");

    private static Refusal OfMark(string name, RefusalKind kind, string title, string pointer, NationalNumber number, string rule) =>
        new(name, kind, title) { Errors = [new InputError(pointer, number.Printed, rule, UniqueSource)] };

    private static string FirearmPointer(int index) => string.Create(CultureInfo.InvariantCulture, $"/firearmIds/{index}");
}
