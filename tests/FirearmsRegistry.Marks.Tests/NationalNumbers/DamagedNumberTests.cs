using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Tests.NationalNumbers;

/// <summary>After the reading folds, a damaged number is refused or is the same number: never another one.</summary>
public sealed class DamagedNumberTests
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly NationalNumber[] Samples =
    [
        .. CountryCode.Current.SelectMany((country, i) => new[]
        {
            First(country, i % 100, ClassLetter.Civil, i * 40_000),
            First(country, 1, ClassLetter.State, 1_010_100),
            First(country, 60, ClassLetter.Museum, 0),
        }),
    ];

    [Fact]
    public void Every_single_substitution_is_found_after_the_folds()
    {
        var (found, folded) = (0, 0);
        foreach (var number in Samples)
        {
            var text = number.ToString();
            for (var at = 0; at < text.Length; at++)
            {
                foreach (var character in Characters.Where(character => char.ToUpperInvariant(character) != text[at]))
                {
                    var damaged = $"{text[..at]}{character}{text[(at + 1)..]}";
                    if (!NationalNumber.Parse(damaged).TryGet(out var read, out _))
                    {
                        found++;
                        continue;
                    }

                    Assert.Equal(number, read);
                    Assert.True(IsOneCharacterByDesign(text[at], char.ToUpperInvariant(character), at), damaged);
                    folded++;
                }
            }
        }

        Assert.True(found > 600_000, $"{found} substitutions were tried");
        Assert.True(folded > 0);
    }

    [Fact]
    public void Every_swap_of_neighbours_is_found_after_the_folds()
    {
        var found = 0;
        foreach (var number in Samples)
        {
            var text = number.ToString();
            for (var at = 0; at < text.Length - 1; at++)
            {
                if (text[at] == text[at + 1]) continue;
                var damaged = $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
                // Between country and year 1 and I, 0 and O are one character, so that swapping them changes nothing.
                if (NationalNumber.Parse(damaged).TryGet(out var read, out _)) Assert.Equal(number, read);
                else found++;
            }
        }

        Assert.True(found > 5_000, $"{found} swaps were tried");
    }

    [Fact]
    public void Spaces_of_the_printed_form_are_accepted_and_change_nothing() =>
        Assert.All(Samples, number => Assert.Equal(number, NationalNumber.Parse(number.Printed).GetOrThrow()));

    private static bool IsOneCharacterByDesign(char issued, char read, int at) =>
        at < 2 ? (issued, read) is ('I', '1') or ('O', '0') : (issued, read) is ('1', 'I') or ('0', 'O' or 'Q');

    private static NationalNumber First(CountryCode country, int year, ClassLetter letter, int after) =>
        NumberSequence.NextAfter(SeriesCode.For(country, year, letter).GetOrThrow(), after).Number!.Value;
}
