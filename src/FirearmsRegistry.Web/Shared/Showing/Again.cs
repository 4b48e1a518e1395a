using FirearmsRegistry.Web.Shared.Hosting;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>Does something again and again while the page stands open, such as reading a row that machines change.</summary>
public sealed class Again : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>What is done.</summary>
    [Parameter, EditorRequired]
    public EventCallback Do { get; set; }

    /// <summary>How long is waited between two times.</summary>
    [Parameter]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(2);

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private PageConnection Connection { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = RunAsync(_left.Token);
    }

    private async Task RunAsync(CancellationToken left)
    {
        try
        {
            using var timer = new PeriodicTimer(Every, Time);
            while (await timer.WaitForNextTickAsync(left))
            {
                if (Connection.IsUp)
                    await InvokeAsync(Do.InvokeAsync);
            }
        }
        catch (Exception) when (left.IsCancellationRequested)
        {
            // The page was left while something was read.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
