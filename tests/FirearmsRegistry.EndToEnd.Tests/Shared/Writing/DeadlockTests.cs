using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Writing;

/// <summary>Two transactions that wait for each other: PostgreSQL ends one, and its caller is told to try again.</summary>
public sealed class DeadlockTests(PatientHost host) : IClassFixture<PatientHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_that_is_ended_by_a_deadlock_is_refused_as_one_to_try_again()
    {
        var client = host.ClientAs(Role.Registrar);
        var first = await client.RegisteredAsync("DEAD-1");
        var request = FirearmRequests.Register("DEAD-1");
        request["confirmedDistinct"] = "Seen side by side.";
        var key = Guid.CreateVersion7().ToString();

        var refused = await DeadlockAsync(
            "select from registry.mt_streams where id = $1 for update", first.Id,
            LockOf("DEAD-1"), () => client.PostAsync("/api/v1/firearms", request, key: key));
        var written = await host.ScalarAsync<long>("select version from registry.mt_streams where id = $1", first.Id);
        var again = await client.PostAsync("/api/v1/firearms", request, key: key);

        AssertTryAgain(refused);
        Assert.Equal(2, written);
        again.Expect(201);
    }

    [Fact]
    public async Task A_statement_that_is_ended_by_a_deadlock_is_refused_as_one_to_try_again()
    {
        var numbers = new NumberScenario(host);
        var series = await numbers.OpenAsync("A");
        var number = (await numbers.NumbersAsync(series, 1))[0];

        var refused = await DeadlockAsync(
            "select from registry.issued_number where number = $1 for update", number,
            $"number_series|{series[(series.LastIndexOf('/') + 1)..]}", () => numbers.VoidAsync(series, number, "The plate broke.", 1));
        var again = await numbers.VoidAsync(series, number, "The plate broke.", 1);

        AssertTryAgain(refused);
        again.Expect(200);
    }

    private static void AssertTryAgain(ApiAnswer answer)
    {
        Assert.Equal((409, "try-again"), (answer.Status, answer.Problem));
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    private static string LockOf(string serial)
    {
        var description = FirearmExamples.Register.Description;
        return string.Join('|', MarkSearchKeys.OfName(description.Maker), "ESP", MarkSearchKeys.OfName(description.Model),
            SearchKey.Of(MarkText.Parse(serial).GetOrThrow()).FoldedKey);
    }

    /// <summary>The rival holds a row; the request takes a lock and wants the row; the rival wants the lock.</summary>
    private async Task<ApiAnswer> DeadlockAsync(string holdRow, object row, string lockName, Func<Task<ApiAnswer>> request)
    {
        await using var rival = await host.RivalAsync(Token);
        await PatientHost.DoAsync(rival, holdRow, Token, row);
        var answering = request();
        await host.UntilBlockedByAsync(rival, Token);
        await PatientHost.DoAsync(rival, "select pg_advisory_xact_lock(hashtextextended($1, 0))", Token, lockName);
        await PatientHost.DoAsync(rival, "rollback", Token);
        return await answering;
    }
}
