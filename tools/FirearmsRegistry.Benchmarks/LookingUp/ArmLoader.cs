using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Registering;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.LookingUp;

/// <summary>
/// Fills the register through ordinary sessions, many arms in one transaction: events and read models are those that single registrations
/// would have left.
/// </summary>
internal static class ArmLoader
{
    private const int ArmsPerTransaction = 500;

    /// <summary>Registers the arms numbered from 1, and has the planner know the tables.</summary>
    public static async Task LoadAsync(RegistryServer server, NpgsqlDataSource database, int arms, CancellationToken token)
    {
        var store = server.Services.GetRequiredService<IDocumentStore>();
        var policy = server.Services.GetRequiredService<MarkPolicy>();
        var work = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token };
        await Parallel.ForEachAsync(Enumerable.Range(1, arms).Chunk(ArmsPerTransaction), work, async (numbers, cancelled) =>
        {
            await using var session = store.LightweightSession();
            foreach (var number in numbers)
            {
                var now = TimeProvider.System.GetUtcNow();
                var command = SampleArms.Command(number, now);
                session.Events.StartStream<Firearm>(command.FirearmId, RegisterFirearm.Decide(command, [], policy, now).Value);
            }

            await session.SaveChangesAsync(cancelled);
        });
        await using var analyze = database.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync(token);
    }
}
