using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Npgsql;

namespace FirearmsRegistry.Server.Demo;

/// <summary>
/// Loads Spain 2020 as reported to UNODC: every arm a case record of its own, and behind it, in the register, the life that a trace finds.
/// It decides no outcome line: those come from the use cases and the trace jobs.
/// </summary>
internal sealed class DemoLoader(IServiceScopeFactory scopes, NpgsqlDataSource database, MarkPolicy policy, TimeProvider time)
{
    private readonly DemoPlan _plan = DemoPlan.Of(PublishedCounts.Load());
    private readonly DemoBatches _batches = new(scopes, time);

    /// <summary>The steps that are still to do; none where a load has been finished before.</summary>
    /// <exception cref="Hosting.ServerStartException">The database holds records that are not the demo's.</exception>
    public async Task<IReadOnlyList<DemoStage>> StagesAsync(CancellationToken token)
    {
        if (await IsFinishedAsync(token))
            return [];
        var registrar = await ActorAsync(Role.Registrar, token);
        var investigator = await ActorAsync(Role.Investigator, token);
        var statistician = await ActorAsync(Role.Statistician, token);
        var contactPoint = await ActorAsync(Role.ContactPoint, token);
        var traces = new DemoTraces(_plan, _batches, scopes, database);
        var parties = DemoParties.All(_plan).ToList();
        var registered = _plan.Arms.Where(arm => arm.Story != ArmStory.NotRegistered).ToList();
        return
        [
            new DemoStage("Holders and dealers", parties.Count, (done, stop) => _batches.LoadAsync(parties, party => party.PartyId,
                (services, some, context) => services.GetRequiredService<RegisterPartyHandler>().Queue(some, context.Now), registrar, done, stop)),
            new DemoStage("Registered arms", registered.Count, (done, stop) => _batches.LoadAsync(registered, arm => DemoIds.Firearm(arm.Index),
                QueueLives, registrar, done, stop)),
            new DemoStage("Seizures", _plan.Seizures.Count, (done, stop) => _batches.LoadAsync(_plan.Seizures, seizure => DemoIds.Seizure(seizure.Index),
                QueueCases, investigator, done, stop)),
            new DemoStage("Traces one by one", traces.Single, (done, stop) => traces.RequestSinglyAsync(investigator, done, stop)),
            new DemoStage("Traces in bulk", traces.Bulk, (done, stop) => traces.RequestInBulkAsync(investigator, done, stop)),
            new DemoStage("Answers of other States", traces.Answers, (done, stop) => traces.AnswerAsync(contactPoint, done, stop)),
            new DemoStage("Persons, as imported counts", Persons.Count, (done, stop) => _batches.EachAsync(Persons, ImportAsync, statistician, done, stop)),
            new DemoStage("Marking the load as finished", 1, async (done, stop) =>
            {
                await ExecuteAsync("update demo.load set finished_at = now()", stop);
                done(1);
            }),
        ];
    }

    private IReadOnlyList<(CountedSex Sex, long Value)> Persons =>
        [.. _plan.Counts.PersonsArrestedOrSuspected.Select(count => (Codes.TryParse<CountedSex>(count.Key, out var sex) ? sex : default, (long)count.Value))];

    private async Task<Refusal?> ImportAsync(
        IServiceProvider services, (CountedSex Sex, long Value) count, CommandContext context, CancellationToken token)
    {
        var subject = new CountSubject(_plan.Counts.Year, DemoWords.Code("persons_arrested_or_suspected"), DemoWords.Code("total"),
            DemoWords.Code("total"), count.Sex);
        var imported = await services.GetRequiredService<ImportCountHandler>().HandleAsync(
            new ImportCount(subject, Known.Of(count.Value), DemoWords.Text("UNODC IAFQ data file of 26 August 2024")), context, token);
        return imported.Refusal is { Name: ImportedCountErrors.ImportedAlready } ? null : imported.Refusal;
    }

    private Result<int> QueueLives(IServiceProvider services, IReadOnlyList<PlannedArm> arms, CommandContext context)
    {
        var session = services.GetRequiredService<RegistryWriter>().Session;
        foreach (var arm in arms)
        {
            if (DemoFirearms.LifeOf(arm, policy, context.Now).Refused(out var refusal, out var events))
                return refusal;
            session.Events.StartStream<Firearm>(DemoIds.Firearm(arm.Index), events);
        }

        return arms.Count;
    }

    private Result<int> QueueCases(IServiceProvider services, IReadOnlyList<PlannedSeizure> seizures, CommandContext context)
    {
        var session = services.GetRequiredService<RegistryWriter>().Session;
        foreach (var seizure in seizures)
        {
            if (DemoCases.CaseOf(seizure, _plan.Counts, context.Now).Refused(out var refusal, out var recorded))
                return refusal;
            recorded.StartIn(session);
        }

        return seizures.Count;
    }

    private async Task<Actor> ActorAsync(Role role, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoTokens>().ActorAsync(role, token);
    }

    private async Task<bool> IsFinishedAsync(CancellationToken token)
    {
        await using var own = database.CreateCommand(
            """
            select to_regclass('demo.load') is not null,
                exists (select from registry.party) or exists (select from registry.firearm_identity) or exists (select from registry.seizure_fact)
            """);
        await using (var reader = await own.ExecuteReaderAsync(token))
        {
            await reader.ReadAsync(token);
            if (!reader.GetBoolean(0) && reader.GetBoolean(1))
                throw new Hosting.ServerStartException("--demo refuses this database: it holds records that the demo did not load.");
        }

        await ExecuteAsync("create schema if not exists demo", token);
        await ExecuteAsync("create table if not exists demo.load (one boolean primary key default true, finished_at timestamptz)", token);
        await ExecuteAsync("insert into demo.load (finished_at) values (null) on conflict do nothing", token);
        await using var finished = database.CreateCommand("select finished_at is not null from demo.load");
        return await finished.ExecuteScalarAsync(token) is true;
    }

    private async Task ExecuteAsync(string sql, CancellationToken token)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(token);
    }
}
