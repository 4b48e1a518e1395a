using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Wording;

/// <summary>A component with words: it is rendered anew when the reader chooses another language.</summary>
public abstract class Worded : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>A component on a page that was not left yet.</summary>
    protected Worded() => Left = _left.Token;

    /// <summary>The words of the reader's language.</summary>
    [CascadingParameter]
    public Words W { get; set; } = null!;

    /// <summary>Cancelled when the page is left; whatever still waits then may go on asking for it.</summary>
    protected CancellationToken Left { get; }

    /// <summary>Ends what the component still waits for.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the component still waits for.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _left.IsCancellationRequested)
            return;
        _left.Cancel();
        _left.Dispose();
    }
}
