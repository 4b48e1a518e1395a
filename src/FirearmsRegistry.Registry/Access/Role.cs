namespace FirearmsRegistry.Registry.Access;

/// <summary>What a signed-in person, or a machine client, is trusted to do (design: who may do what).</summary>
public enum Role
{
    /// <summary>Keeps the register of firearms, parties and numbers.</summary>
    Registrar,

    /// <summary>Marks arms and records what was read back.</summary>
    MarkingOperator,

    /// <summary>Records seizures and has arms traced.</summary>
    Investigator,

    /// <summary>The national point of contact: requests from and to other States (ITI paras 24-26).</summary>
    ContactPoint,

    /// <summary>Sees counts and figures, never people.</summary>
    Statistician,

    /// <summary>Reads the access log and the events as recorded.</summary>
    Auditor,

    /// <summary>Users, roles, stations, catalogues, jobs; no records of arms or people.</summary>
    Administrator,

    /// <summary>A marking station's program.</summary>
    Station,

    /// <summary>Another State's registry.</summary>
    PeerRegistry,
}
