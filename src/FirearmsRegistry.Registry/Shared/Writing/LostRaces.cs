using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>Transactions that PostgreSQL ended for the sake of another one: nothing of them was written, and a repeat may succeed.</summary>
internal static class LostRaces
{
    /// <summary>Whether the fault, or what it wraps, is a deadlock (40P01) or a failed serialisation (40001).</summary>
    public static bool IsOne(Exception? fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure })
                return true;
        }

        return false;
    }
}
