using FirearmsRegistry.Registry.Shared.Writing;
using Npgsql;

namespace FirearmsRegistry.Registry.Tests.Shared.Writing;

public sealed class LostRacesTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.InFailedSqlTransaction, false)]
    public void A_deadlock_and_a_failed_serialisation_are_lost_races_and_nothing_else(string state, bool lost)
    {
        var fault = new PostgresException("ended", "ERROR", "ERROR", state);

        Assert.Equal(lost, LostRaces.IsOne(fault));
        Assert.Equal(lost, LostRaces.IsOne(new InvalidOperationException("The commit failed.", fault)));
        Assert.False(LostRaces.IsOne(null));
    }
}
