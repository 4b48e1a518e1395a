using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>What PostgreSQL refused because it is there already.</summary>
internal static class UniqueViolations
{
    /// <summary>The constraint that was violated, by the fault or by what it wraps; null where it is something else.</summary>
    public static string? Constraint(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } name })
                return name;
        }

        return null;
    }

    /// <summary>
    /// Whether an id that the caller chose for a part of a record, such as a mark, names a part of another record: decisions see one record
    /// only, the tables see all.
    /// </summary>
    public static bool IsTakenId(Exception fault) =>
        Constraint(fault) is { } name && name != IdempotencyRecords.PrimaryKey && name.EndsWith("_pkey", StringComparison.Ordinal);
}
