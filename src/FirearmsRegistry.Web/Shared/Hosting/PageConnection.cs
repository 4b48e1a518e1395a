using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FirearmsRegistry.Web.Shared.Hosting;

/// <summary>Whether the browser is there: a page whose connection was lost is kept for a while, and shows nobody anything meanwhile.</summary>
internal sealed class PageConnection : CircuitHandler
{
    /// <summary>Whether it is.</summary>
    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }
}
