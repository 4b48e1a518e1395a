using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Writing;

public sealed class AdvisoryLocksTests(PatientHost host) : IClassFixture<PatientHost>
{
    private const string Take = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_locks_are_taken_in_one_order_however_they_are_named()
    {
        var sorted = await host.ScalarAsync<string[]>(
            "select array_agg(name order by hashtextextended(name, 0)) from unnest($1) name", (object)new[] { "one", "two", "three" });

        foreach (var names in new[] { sorted, sorted.Reverse().ToArray() })
        {
            await using var rival = await host.RivalAsync(Token);
            await PatientHost.DoAsync(rival, Take, Token, sorted[0]);
            await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            var taking = AdvisoryLocks.TakeAsync(session, names, Token);
            await host.UntilBlockedByAsync(rival, Token);

            // Whoever waits for the first lock holds none of the others: the rival gets them at once.
            await PatientHost.DoAsync(rival, "set lock_timeout = '1s'", Token);
            await PatientHost.DoAsync(rival, Take, Token, sorted[1]);
            await PatientHost.DoAsync(rival, Take, Token, sorted[2]);
            await PatientHost.DoAsync(rival, "rollback", Token);
            await taking;
        }
    }
}
