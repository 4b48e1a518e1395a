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

    private string? _place;

    /// <summary>Where the reader is.</summary>
    [Parameter, EditorRequired]
    public RouteData Route { get; set; } = null!;

    [Inject]
    private Browser Browser { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The next record on a page of the same kind is another page as well.
        var place = string.Join('/', [Route.PageType.FullName, .. Route.RouteValues.Values]);
        if (place == _place)
            return;
        _place = place;
        await Browser.ArriveAsync(Beginning);
    }
}
