using System.Diagnostics;

namespace FirearmsRegistry.Processes;

/// <summary>Runs a program to its end, or ends it with all its children when its time is over.</summary>
public static class LimitedRun
{
    private const int MostLooks = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs it.</summary>
    /// <param name="command">The command, from <see cref="LaunchCommand"/>.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="token">Ends it as well.</param>
    /// <returns>The exit code; null where its time was over.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<int?> ToEndAsync(ProcessStartInfo command, TimeSpan timeout, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        using var process = Process.Start(command)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            await EndAsync(process);
        }
    }

    /// <summary>
    /// By the tree and by the group: a child whose parent has ended is in no tree any more, one that made a group of its own is not in the
    /// group. A program that ended by itself may have left children too. Its files can be removed only when none of them writes any more;
    /// where nobody fetches what has ended, the group never seems to be gone, so that the wait has an end.
    /// </summary>
    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        Posix.Signal(-process.Id, Posix.SigKill);
        await process.WaitForExitAsync(CancellationToken.None);
        for (var look = 0; look < MostLooks && Posix.Signal(-process.Id, 0); look++)
            await Task.Delay(BetweenLooks, CancellationToken.None);
    }
}
