using FirearmsRegistry.Registry.Parties.SearchingByName;
using FsCheck.Xunit;

namespace FirearmsRegistry.Registry.Tests.Parties;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("Владимир", "Vladimir")]
    [InlineData("Михаил Щербаков", "Mikhail Shcherbakov")]
    [InlineData("Юлия", "Yuliya")]
    [InlineData("Андрей", "Andrey")]
    [InlineData("Ђорђе Ћосић", "Djordje Ćosić")]
    [InlineData("Γιάννης", "Giannis")]
    [InlineData("Παπαδόπουλος", "Papadopoulos")]
    [InlineData("Müller", "Mueller")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Núñez", "nunez")]
    [InlineData("Nu\u0301n\u0303ez", "nunez")]
    [InlineData("O’Neill", "oneill")]
    [InlineData("Jean-Pierre", "pierre jean")]
    [InlineData("Ahmed Mohamed", "Ahmed Mohammed")]
    [InlineData("أحمد", "احمد")]
    public void Spellings_of_one_name_have_the_same_keys(string one, string other) =>
        Assert.Equal(NameKeys.Of(one).Order(StringComparer.Ordinal), NameKeys.Of(other).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Ivan", "Iwona")]
    [InlineData("Рим", "PIM")]
    [InlineData("Вор", "BOP")]
    public void Names_that_sound_otherwise_stay_apart(string one, string other) => Assert.NotEqual(NameKeys.Of(one), NameKeys.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData(" - ' ")]
    [InlineData("!?")]
    public void A_text_without_letters_has_no_keys(string text) => Assert.Empty(NameKeys.Of(text));

    [Property]
    public bool The_key_of_a_beginning_is_the_beginning_of_the_key(FsCheck.NonEmptyString text, FsCheck.NonNegativeInt cut)
    {
        const string letters = "aeouywbmkABEOUYЖЩЮяйΟΥαυςßñé王小";
        var word = string.Concat(text.Get.Select(letter => letters[letter % letters.Length]));
        var beginning = word[..(cut.Get % (word.Length + 1))];

        return beginning.Length == 0 || NameKeys.Of(word).Single().StartsWith(NameKeys.Of(beginning).Single(), StringComparison.Ordinal);
    }

    [Property]
    public bool Keys_hold_letters_and_digits_only(string? text) =>
        NameKeys.Of(text ?? "").All(key => key.EnumerateRunes().All(rune => System.Text.Rune.IsLetterOrDigit(rune)
            || System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.LetterNumber));
}
