using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.Measuring;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Registering;

/// <summary>
/// How many firearms with their marks are registered in a second over HTTP, against the same two events stored by a Marten session in
/// this process with the same read models, one transaction each.
/// </summary>
internal static class RegisterBenchmark
{
    private const double ToReach = 0.5;

    public static async Task RunAsync(int clients, int rounds, TimeSpan duration, CancellationToken token)
    {
        await using var postgres = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(postgres);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var ways = await RegisteringWays.PrepareAsync(server, database, clients, token);
        var lanes = new (Measured Line, List<double> Values, Func<int, Task> Work)[]
        {
            Lane($"bare INSERT of one row, {clients} tasks", "bareInsert", _ => ways.InsertAsync(token)),
            Lane($"baseline: Marten session in process, {clients} tasks", "session", _ => ways.StoreAsync(token)),
            Lane($"command handler in process, {clients} tasks", "handler", _ => ways.HandleAsync(token)),
            Lane($"figure: POST /api/v1/firearms, {clients} clients", "http", client => ways.PostAsync(client, token)),
        };

        Console.WriteLine("Warming up …");
        foreach (var lane in lanes)
            await Crowd.RateAsync(clients, duration, lane.Work, token);
        for (var round = 0; round < rounds; round++)
        {
            // There and back again, so that no lane always follows the same one.
            foreach (var lane in round % 2 == 0 ? lanes : lanes.Reverse())
                lane.Values.Add(await Crowd.RateAsync(clients, duration, lane.Work, token));
            Console.WriteLine($"Round {round + 1} of {rounds} done.");
        }

        var (session, http) = (lanes[1].Values, lanes[3].Values);
        Report.Print("register", "Firearms registered with their marks: two events, their read models, one transaction each.", "/s",
            [.. lanes.Select(lane => lane.Line)], [.. http.Zip(session, (figure, baseline) => figure / baseline)], (ToReach, AtLeast: true),
            await PrivateDatabase.VersionAsync(database, token));
    }

    private static (Measured Line, List<double> Values, Func<int, Task> Work) Lane(string name, string code, Func<int, Task> work)
    {
        var values = new List<double>();
        return (new Measured(name, code, values), values, work);
    }
}
