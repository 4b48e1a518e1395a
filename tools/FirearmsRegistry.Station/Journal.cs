namespace FirearmsRegistry.Station;

/// <summary>Tells the person at the station what happens, a line each: the job's first characters, and what happened to it.</summary>
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
