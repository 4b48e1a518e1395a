using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

namespace FirearmsRegistry.Web.Tracing.Chaining;

/// <summary>Who has the arm after a step of its way, as the picture shows it.</summary>
public enum PathNode
{
    /// <summary>A holder on record.</summary>
    Holder,

    /// <summary>Somebody, of whom the register does not tell.</summary>
    Unknown,

    /// <summary>Another State.</summary>
    Abroad,

    /// <summary>Nobody lawfully: it is reported lost, stolen or passed on.</summary>
    Missing,

    /// <summary>Nobody: it was destroyed or deactivated.</summary>
    Gone,

    /// <summary>The authority that took it in.</summary>
    Intake,
}

/// <summary>A step of an arm's way: what happened, and who has it then.</summary>
/// <param name="Hop">The record; null for the intake.</param>
/// <param name="Node">Who has it afterwards.</param>
/// <param name="HolderNumber">The holder's number in the picture, from 1; the same holder has the same one. Null for others.</param>
/// <param name="Gaps">What the register does not tell of the way to this step.</param>
/// <param name="IsDiversion">Whether the arm left the licit circuit on the way to this step, as far as known.</param>
public sealed record PathStep(ChainHop? Hop, PathNode Node, int? HolderNumber, IReadOnlyList<ChainGap> Gaps, bool IsDiversion)
{
    /// <summary>Whether it happened after the intake, and says nothing of the diversion.</summary>
    public bool IsAfterIntake => Hop is { AfterIntake: true };
}

/// <summary>The way of a traced arm as a path: holders as nodes, records as edges, gaps on the edges that they leave open.</summary>
/// <param name="Steps">The steps in their order, the intake after the last one before it.</param>
public sealed record ChainPath(IReadOnlyList<PathStep> Steps)
{
    /// <summary>Lays the stations of a chain out along the way.</summary>
    public static ChainPath Of(ChainShown chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var holders = new Dictionary<Guid, int>();
        var before = chain.Hops.Where(hop => !hop.AfterIntake).ToList();
        var diverted = Diversion(chain, before);
        var steps = new List<PathStep>();
        for (var index = 0; index < before.Count; index++)
            steps.Add(Step(before[index], GapsBefore(before[index].EventId), index == diverted));
        steps.Add(new PathStep(null, PathNode.Intake, null, GapsBefore(null), diverted == before.Count));
        steps.AddRange(chain.Hops.Where(hop => hop.AfterIntake).Select(hop => Step(hop, [], false)));
        return new ChainPath(steps);

        PathStep Step(ChainHop hop, IReadOnlyList<ChainGap> gaps, bool isDiversion)
        {
            var node = NodeOf(hop);
            int? number = null;
            if (node == PathNode.Holder && hop.To.TryGet(out var holder))
                number = holders.TryGetValue(holder, out var known) ? known : holders[holder] = holders.Count + 1;
            return new PathStep(hop, node, number, gaps, isDiversion);
        }

        IReadOnlyList<ChainGap> GapsBefore(Guid? eventId) => [.. chain.Gaps.Where(gap => gap.BeforeEventId == eventId)];
    }

    /// <summary>On the way to which step it left the licit circuit: to a report itself, else to what follows the last record before.</summary>
    private static int Diversion(ChainShown chain, List<ChainHop> before)
    {
        var shown = before.FindIndex(hop => hop.EventId == chain.PointOfDiversion.EventId);
        return chain.PointOfDiversion.Kind is DiversionKind.Theft or DiversionKind.Loss or DiversionKind.UnlawfulTransfer && shown >= 0
            ? shown
            : shown < 0 ? before.Count : shown + 1;
    }

    private static PathNode NodeOf(ChainHop hop) => hop.Kind switch
    {
        HopKind.Export => PathNode.Abroad,
        HopKind.Lost or HopKind.Stolen or HopKind.UnlawfullyTransferred => PathNode.Missing,
        HopKind.Destroyed or HopKind.Deactivated => PathNode.Gone,
        _ => hop.To.TryGet(out _) ? PathNode.Holder : PathNode.Unknown,
    };
}
