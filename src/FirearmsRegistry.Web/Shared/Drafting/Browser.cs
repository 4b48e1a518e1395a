using FirearmsRegistry.Web.Shared.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FirearmsRegistry.Web.Shared.Drafting;

/// <summary>What the page's own script does in the browser: remembers choices and drafts there, moves the focus.</summary>
internal sealed class Browser(IJSRuntime script, SignedIn signedIn) : IAsyncDisposable
{
    private const string Module = "./_content/FirearmsRegistry.Web/registry.js";

    private Task<IJSObjectReference>? _module;

    /// <summary>Sets a cookie that is read when the next page is rendered.</summary>
    public ValueTask RememberAsync(string name, string value) => InvokeAsync("remember", name, value);

    /// <summary>Tells the browser and screen readers the document's language and direction.</summary>
    public ValueTask SpeakAsync(string language, string direction) => InvokeAsync("speak", language, direction);

    /// <summary>Keeps a text for this tab until it is closed.</summary>
    public ValueTask KeepAsync(string name, string text) => InvokeAsync("keep", name, text);

    /// <summary>The kept text; null where there is none.</summary>
    public async ValueTask<string?> KeptAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("kept", name);

    /// <summary>The draft that this tab keeps; where it keeps none, or one without an id and key, it keeps this one from now on, with what was typed.</summary>
    public async ValueTask<string?> BeginAsync(string name, string draft) => await (await ModuleAsync()).InvokeAsync<string?>("begin", name, draft);

    /// <summary>Puts values into a kept draft and leaves its others, which may be newer there than here.</summary>
    public ValueTask AmendAsync(string name, IReadOnlyDictionary<string, string> values) => InvokeAsync("amend", name, values);

    /// <summary>Drops a kept text.</summary>
    public ValueTask DropAsync(string name) => InvokeAsync("drop", name);

    /// <summary>Moves the focus to the first element that the selector finds, unless somebody is in a field of this page already.</summary>
    public ValueTask ArriveAsync(string selector) => InvokeAsync("arrive", selector);

    /// <summary>Moves the focus to the first element that the selector finds.</summary>
    public ValueTask FocusAsync(string selector) => InvokeAsync("focus", selector);

    /// <summary>Brings the menu's link to this page into view, where the menu is a strip that does not show all of it.</summary>
    public ValueTask ShowPlaceAsync() => InvokeAsync("showPlace");

    /// <summary>Notes which rows the lists of the page have.</summary>
    public ValueTask NoteRowsAsync() => InvokeAsync("noteRows");

    /// <summary>Moves the focus to the first row that was not there when rows were noted.</summary>
    public ValueTask FocusNewRowAsync() => InvokeAsync("focusNewRow");

    /// <summary>The SHA-256 of each file that was chosen in a field, made in the browser: the files stay there.</summary>
    public async ValueTask<string[]> DigestsAsync(string selector) => await (await ModuleAsync()).InvokeAsync<string[]>("digests", selector);

    /// <summary>Shows the picture that was chosen in the field with this id, from the browser's own copy, or none.</summary>
    public ValueTask ShowPictureAsync(string field, bool shown) => InvokeAsync("showPicture", field, shown);

    /// <summary>Opens a dialog before everything else.</summary>
    public ValueTask OpenAsync(ElementReference dialog) => InvokeAsync("open", dialog);

    /// <summary>Closes a dialog.</summary>
    public ValueTask CloseAsync(ElementReference dialog) => InvokeAsync("close", dialog);

    /// <summary>Has the page printed.</summary>
    public ValueTask PrintAsync() => InvokeAsync("print");

    public async ValueTask DisposeAsync()
    {
        if (_module is not { IsCompletedSuccessfully: true })
            return;
        try
        {
            await (await _module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= ImportAsync();

    /// <summary>Before anything of the tab is read: what it keeps belongs to one person, and his name is on no look-up and no draft of another.</summary>
    private async Task<IJSObjectReference> ImportAsync()
    {
        var module = await script.InvokeAsync<IJSObjectReference>("import", Module);
        if (await signedIn.SubjectAsync(CancellationToken.None) is { } person)
            await module.InvokeVoidAsync("belong", person);
        return module;
    }

    private async ValueTask InvokeAsync(string name, params object?[] arguments) =>
        await (await ModuleAsync()).InvokeVoidAsync(name, arguments);
}
