namespace FirearmsRegistry.Indicators.Items;

/// <summary>The categories of the IAFQ's table by marking, in its order.</summary>
public enum IafqMarking
{
    /// <summary>Uniquely marked.</summary>
    UniquelyMarked,

    /// <summary>Altered marking.</summary>
    AlteredMarking,

    /// <summary>No marking.</summary>
    NoMarking,

    /// <summary>Unknown status on marking.</summary>
    Unknown,
}

/// <summary>Brings a marking state to its IAFQ category.</summary>
public static class IafqMarkings
{
    /// <summary>
    /// The category under which an arm found in this state is counted. Erased marks are no marking to the IAFQ, and marks that are not
    /// unique stand there too, so that altered and no marking together equal tracing line 2 where nothing was restored.
    /// </summary>
    public static IafqMarking IafqMarking(this MarkingState state) => state switch
    {
        MarkingState.UniquelyMarked => Items.IafqMarking.UniquelyMarked,
        MarkingState.Altered => Items.IafqMarking.AlteredMarking,
        MarkingState.Erased or MarkingState.NeverMarked or MarkingState.NotUniquelyMarked => Items.IafqMarking.NoMarking,
        MarkingState.Unknown => Items.IafqMarking.Unknown,
    };
}
