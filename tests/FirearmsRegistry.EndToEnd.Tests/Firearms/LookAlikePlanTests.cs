using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

public sealed class LookAlikePlanTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_alikes_are_found_by_index_though_the_tables_are_so_small_that_reading_them_whole_seems_cheaper()
    {
        var client = host.ClientAs(Role.Registrar);
        await client.RegisteredAsync("LP-1");
        await client.RegisteredAsync("LP-2");
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        await session.BeginTransactionAsync(Token);
        // A plan made now, with what is known of the small tables, is the one that a connection keeps while they grow.
        await DoAsync(session, "analyze registry.firearm_identity");
        await DoAsync(session, "analyze registry.firearm_mark");
        await DoAsync(session, "set local plan_cache_mode = force_generic_plan");
        var before = await ReadWholeAsync(session);

        var found = await LookAlikes.FindUnderLockAsync(
            session, FirearmExamples.Register.Description, [MarkText.Parse("LP-1").GetOrThrow()], Guid.Empty, Token);

        Assert.Equal("LP-1", Assert.Single(found).Serial);
        Assert.Equal(before, await ReadWholeAsync(session));
    }

    /// <summary>How often this transaction has read one of the two tables from end to end.</summary>
    private static async Task<long> ReadWholeAsync(IDocumentSession session)
    {
        const string count =
            """
            select coalesce(sum(seq_scan), 0)::bigint from pg_stat_xact_user_tables
            where schemaname = 'registry' and relname in ('firearm_identity', 'firearm_mark')
            """;
        await using var command = new NpgsqlCommand(count, session.Connection);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    private static async Task DoAsync(IDocumentSession session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session.Connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
