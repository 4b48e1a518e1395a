using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Cli.Numbers;

/// <summary>One line of output: what a text reads as, or why it is no national number.</summary>
/// <param name="Input">The text given; none for a number that was computed.</param>
/// <param name="Canonical">The number without spaces, with look-alike characters put right.</param>
/// <param name="Printed">The form that is marked and printed.</param>
/// <param name="Country">The country that issues it, ISO 3166-1 alpha-3.</param>
/// <param name="Year">The year of marking in four digits.</param>
/// <param name="Class">The class of arms.</param>
/// <param name="Running">The running number in its series.</param>
/// <param name="Fault">The rule that the text breaks.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Suggestion">What was probably meant.</param>
internal sealed record NumberLine(
    string? Input,
    string? Canonical = null,
    string? Printed = null,
    CountryCode? Country = null,
    int? Year = null,
    ClassLetter? Class = null,
    int? Running = null,
    string? Fault = null,
    string? Source = null,
    string? Suggestion = null)
{
    // National numbers exist for the years 2000 to 2099 only (SeriesCode.For), so two digits are enough on metal.
    private const int Century = 2000;

    public static NumberLine Of(string? input, NationalNumber number) => new(input, number.ToString(), number.Printed, number.Country,
        Century + number.Year, number.Class, number.Running);

    public static NumberLine Of(string input, Fault fault) => new(input, Fault: fault.Rule, Source: fault.Source, Suggestion: fault.Suggestion);
}
