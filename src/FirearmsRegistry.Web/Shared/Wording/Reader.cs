using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Drafting;

namespace FirearmsRegistry.Web.Shared.Wording;

/// <summary>Who reads the page: in which language, by day or by night. Lives as long as the page stands open.</summary>
internal sealed class Reader(Browser browser)
{
    /// <summary>Where the choice between light and dark is kept.</summary>
    public const string ThemeCookie = "fr-theme";

    /// <summary>The value of the cookie for the dark theme.</summary>
    public const string DarkTheme = "dark";

    /// <summary>Raised after a choice, so that the whole page is worded anew where it stands.</summary>
    public event Func<Task>? Changed;

    /// <summary>The words of the language.</summary>
    public Words Words { get; private set; } = Words.In(ReportLanguage.En);

    /// <summary>Whether the page is dark.</summary>
    public bool Dark { get; private set; }

    /// <summary>Takes over what was chosen when the page was asked for.</summary>
    public void Begin(ReportLanguage language, bool dark) => (Words, Dark) = (Words.In(language), dark);

    /// <summary>Words the page in another language; what was typed stays.</summary>
    public async Task ChooseAsync(ReportLanguage language)
    {
        Words = Words.In(language);
        await (Changed?.Invoke() ?? Task.CompletedTask);
        await browser.SpeakAsync(Words.Code, Words.Direction);
        await browser.RememberAsync(Languages.Cookie, Words.Code);
    }

    /// <summary>Turns the light on or off.</summary>
    public async Task TurnAsync()
    {
        Dark = !Dark;
        await (Changed?.Invoke() ?? Task.CompletedTask);
        await browser.RememberAsync(ThemeCookie, Dark ? DarkTheme : "light");
    }
}
