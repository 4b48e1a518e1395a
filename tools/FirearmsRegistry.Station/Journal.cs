namespace FirearmsRegistry.Station;

/// <summary>
/// Tells the person at the station what happens, a line each: the job's id, and what happened to it. Never the text of the mark: whoever keys it from the
/// metal must not have read it before.
/// </summary>
internal sealed class Journal(TextWriter output)
{
    private readonly Lock _lock = new();

    public void Say(Guid? job, string what)
    {
        lock (_lock)
        {
            output.WriteLine(job is { } id ? $"{id} {what}" : what);
            output.Flush();
        }
    }
}
