using System.Text.RegularExpressions;

namespace FirearmsRegistry.Web.Tests.Shared.Wording;

/// <summary>Fields with words of the browser's, which are in the browser's language and not in the reader's.</summary>
public sealed partial class BrowserWordsTests
{
    [Fact]
    public void No_page_has_a_field_for_dates_that_the_browser_words() => Assert.Empty(Found(DateInput()));

    [Fact]
    public void Every_field_for_files_is_unseen_and_has_a_label_that_says_what_was_chosen() =>
        Assert.All(Found(FileInput()), found => Assert.Contains("class=\"unseen-file\"", found, StringComparison.Ordinal));

    [Fact]
    public void No_form_with_rules_leaves_it_to_the_browser_to_tell_them() => Assert.Empty(
        from file in WebSources.Files("*.razor")
        let source = File.ReadAllText(file)
        where RuleOfInput().IsMatch(source)
        from Match form in Form().Matches(source)
        where !form.Value.Contains("novalidate", StringComparison.Ordinal)
        select $"{Path.GetFileName(file)}: {form.Value}");

    private static IEnumerable<string> Found(Regex what) =>
        from file in WebSources.Files("*.razor")
        from Match found in what.Matches(File.ReadAllText(file))
        select $"{Path.GetFileName(file)}: {found.Value}";

    [GeneratedRegex("type=\"(?:date|datetime-local|month|week|time)\"")]
    private static partial Regex DateInput();

    [GeneratedRegex("<(?:InputFile|input[^\n]*type=\"file\")[^\n]*")]
    private static partial Regex FileInput();

    [GeneratedRegex("<(?:input|select|textarea)[^\n]*(?: required[ =>]| min=| minlength=| pattern=|type=\"(?:number|email|url)\")")]
    private static partial Regex RuleOfInput();

    [GeneratedRegex("<form[^\n]*")]
    private static partial Regex Form();
}
