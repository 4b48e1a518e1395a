using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>
/// Somebody at a form whose time is reckoned by the keystroke-level model (Card, Moran and Newell 1980): a key by who is no typist, pointing at a
/// thing, and making up his mind before each.
/// </summary>
internal sealed class CountingHand(IPage page)
{
    private const double SecondsForKey = 0.28;
    private const double SecondsForPointing = 1.1;
    private const double SecondsForThinking = 1.35;

    /// <summary>The form's name, with which the ids of its fields begin.</summary>
    public string Form { get; set; } = "";

    /// <summary>How many keys were pressed.</summary>
    public int Keys { get; private set; }

    /// <summary>How many fields and buttons were turned to.</summary>
    public int Acts { get; private set; }

    /// <summary>How long a person takes for it.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds((Keys * SecondsForKey) + (Acts * (SecondsForPointing + SecondsForThinking)));

    /// <summary>The field at a pointer of the body.</summary>
    public ILocator Field(string at) => page.Locator($"#{Form}{at.Replace('/', '-')}");

    /// <summary>Types a text into a field.</summary>
    public Task TypeAsync(string at, string text) => ActAsync(text.Length, () => Field(at).FillAsync(text));

    /// <summary>Chooses from a list, by the first letters of what is meant.</summary>
    public Task ChooseAsync(string at, string code) => ActAsync(2, () => Field(at).SelectOptionAsync(code));

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string button) => ActAsync(1, () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter"));

    /// <summary>Takes a photo: the field, the trigger and the consent to it.</summary>
    public Task TakeAsync(string at, params FilePayload[] photos) => ActAsync(2 * photos.Length, () => Field(at + "-camera").SetInputFilesAsync(photos));

    private Task ActAsync(int keys, Func<Task> act)
    {
        (Keys, Acts) = (Keys + keys, Acts + 1);
        return act();
    }
}
