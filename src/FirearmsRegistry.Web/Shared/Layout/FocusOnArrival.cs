using FirearmsRegistry.Web.Shared.Drafting;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Layout;

/// <summary>
/// Brings the focus to where work on a page begins, or to its heading, so that screen readers begin there too. The framework's own component does so
/// whenever its message comes, also in the middle of a word that somebody types already.
/// </summary>
public sealed class FocusOnArrival : ComponentBase
{
    private const string Beginning = "main [autofocus], main:not(:has([autofocus])) h1";

    private Type? _page;

    /// <summary>Where the reader is.</summary>
    [Parameter, EditorRequired]
    public RouteData Route { get; set; } = null!;

    [Inject]
    private Browser Browser { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Route.PageType == _page)
            return;
        _page = Route.PageType;
        await Browser.ArriveAsync(Beginning);
    }
}
