namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>An order to compute the figures of a year: a document of its own, so that a crash after the order loses nothing.</summary>
public sealed class FigureComputation
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The year.</summary>
    public int Year { get; set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Who ordered it: the subject of the token.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>When the figures were stored; null while it waits.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}

/// <summary>An order as its caller sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version: the ETag.</param>
/// <param name="Year">The year.</param>
/// <param name="State">Whether the figures are stored.</param>
/// <param name="RequestedAt">When it was ordered.</param>
/// <param name="CompletedAt">When the figures were stored; null while it waits.</param>
/// <param name="Figures">The ids of the figures that it stores.</param>
public sealed record FigureComputationView(
    Guid Id, long Version, int Year, ComputationState State, DateTimeOffset RequestedAt, DateTimeOffset? CompletedAt,
    IReadOnlyList<string> Figures);

/// <summary>Whether an ordered computation was carried out.</summary>
public enum ComputationState
{
    /// <summary>Ordered; the job has not run yet.</summary>
    Waiting,

    /// <summary>The figures are stored.</summary>
    Completed,
}
