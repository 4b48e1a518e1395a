namespace FirearmsRegistry.Processes.Tests;

/// <summary>Looks at processes that are no children of the test.</summary>
internal static class ProcessState
{
    /// <summary>Whether it runs; what has ended and is only not fetched by its parent yet does not.</summary>
    public static bool IsRunning(string processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
