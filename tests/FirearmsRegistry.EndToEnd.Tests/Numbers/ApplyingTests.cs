using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

public sealed class ApplyingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly NumberScenario _numbers = new(host);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PartialDate Today => PartialDate.Parse("2026-11-23").GetOrThrow();

    private IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task A_number_follows_its_mark_from_the_metal_to_the_void()
    {
        var series = await _numbers.OpenAsync("A");
        var number = (await _numbers.NumbersAsync(series, 1))[0];
        var firearm = Guid.CreateVersion7();
        var mark = MarkOf(number);

        await AppendAsync(firearm, new MarkApplied(mark.MarkId, mark.Mark, Today, []));
        Assert.Equal(("applied", firearm), await StandsAsync(series, number));
        var alone = await _numbers.VoidAsync(series, number, "By itself.", 2);
        Assert.Equal((409, "number-on-firearm"), (alone.Status, alone.Problem));

        await AppendAsync(firearm, new MarkVerified(mark.MarkId, Text("GH26A0000001TG"), Today));
        Assert.Equal(("applied", firearm), await StandsAsync(series, number));
        await AppendAsync(firearm, new MarkVerified(mark.MarkId, Text(NationalNumber.Parse(number).GetOrThrow().Printed), Today));
        Assert.Equal(("verified", firearm), await StandsAsync(series, number));

        await AppendAsync(firearm, new MarkVoided(mark.MarkId, Note.Parse("The frame was replaced.").GetOrThrow(), Today));
        Assert.Equal(("void", firearm), await StandsAsync(series, number));
        var gap = (await _numbers.Registrar.GetAsync($"{series}/gaps")).Expect(200).Body!["gaps"]!["items"]!.AsArray()
            .Single(item => item!["kind"]!.GetValue<string>() == "void");
        Assert.Equal("The frame was replaced.", gap!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_eight_firearms_that_want_one_number_one_gets_it_and_seven_are_refused()
    {
        var series = await _numbers.OpenAsync("B");
        var number = (await _numbers.NumbersAsync(series, 1))[0];

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryApplyAsync(MarkOf(number))));

        Assert.Equal(1, refusals.Count(refusal => refusal is null));
        Assert.Equal(7, refusals.Count(refusal => refusal == "number-on-firearm"));
    }

    [Fact]
    public async Task Only_a_national_number_that_is_applied_here_must_have_been_issued()
    {
        await _numbers.OpenAsync("C");
        var never = NumberSequence.NextAfter(SeriesCode.Parse("ES26C").GetOrThrow(), 0).Number.ToString()!;

        Assert.Equal("number-not-issued", await TryApplyAsync(MarkOf(never)));
        Assert.Equal("not-a-national-number", await TryApplyAsync(MarkOf("AB12345")));
        Assert.Null(await TryApplyAsync(MarkOf(never) with { AppliedHere = false }));
        Assert.Null(await TryApplyAsync(MarkOf(never, MarkKind.Import)));
    }

    [Fact]
    public async Task A_firearm_is_marked_over_HTTP_with_an_issued_number_only_and_once()
    {
        var series = await _numbers.OpenAsync("F");
        var number = (await _numbers.NumbersAsync(series, 1))[0];
        var next = NumberSequence.NextAfter(SeriesCode.Parse("ES26F").GetOrThrow(), NationalNumber.Parse(number).GetOrThrow().Running);
        var (first, second) = (await RegisterAsync("NN-1"), await RegisterAsync("NN-2"));

        var never = await MarkAsync(first, next.Number.ToString()!);
        var marked = await MarkAsync(first, number);
        var again = await MarkAsync(second, number);

        Assert.Equal((422, "number-not-issued"), (never.Status, never.Problem));
        Assert.Equal("/mark/text", never.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        marked.Expect(201);
        Assert.Equal(("applied", first), await StandsAsync(series, number));
        Assert.Equal((409, "number-on-firearm"), (again.Status, again.Problem));
    }

    [Fact]
    public async Task The_table_refuses_a_number_on_a_second_firearm_even_past_the_decision()
    {
        var series = await _numbers.OpenAsync("D");
        var number = (await _numbers.NumbersAsync(series, 1))[0];
        var (first, second) = (MarkOf(number), MarkOf(number));
        await AppendAsync(Guid.CreateVersion7(), new MarkApplied(first.MarkId, first.Mark, Today, []));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            AppendAsync(Guid.CreateVersion7(), new MarkApplied(second.MarkId, second.Mark, Today, [])));

        Assert.Contains("belongs to another firearm or mark", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_from_the_events_changes_no_row()
    {
        var series = await _numbers.OpenAsync("E");
        var numbers = await _numbers.NumbersAsync(series, 4);
        var firearm = Guid.CreateVersion7();
        var (mark, given) = (MarkOf(numbers[1]), MarkOf(numbers[2]));
        await AppendAsync(firearm, new MarkApplied(mark.MarkId, mark.Mark, Today, []));
        await AppendAsync(firearm, new MarkVerified(mark.MarkId, mark.Mark.Text, Today));
        await AppendAsync(firearm, new MarkApplied(given.MarkId, given.Mark, Today, []));
        await AppendAsync(firearm, new MarkVoided(given.MarkId, Note.Parse("Cut too shallow.").GetOrThrow(), Today));
        (await _numbers.VoidAsync(series, numbers[3], "Lost.", 1)).Expect(200);
        var before = await RowsAsync(series);

        using (var daemon = await Store.BuildProjectionDaemonAsync())
            await daemon.RebuildProjectionAsync<IssuedNumbersProjection>(Token);

        Assert.Equal([NumberState.Reserved, NumberState.Verified, NumberState.Void, NumberState.Void], before.Select(row => row.State));
        Assert.Equal(before, await RowsAsync(series));
    }

    private static MarkText Text(string text) => MarkText.Parse(text).GetOrThrow();

    private static NewMark MarkOf(string text, MarkKind kind = MarkKind.NationalNumber)
    {
        var mark = FirearmExamples.Mark.ToNewMark(TimeProvider.System.GetUtcNow());
        return mark with { AppliedHere = true, Mark = mark.Mark with { Kind = kind, Text = Text(text), Serial = null } };
    }

    private async Task<Guid> RegisterAsync(string serial) => (await _numbers.Registrar.PostAsync("/api/v1/firearms", FirearmExamples.Register with
    {
        Mark = FirearmExamples.Mark with { Serial = Text(serial), Text = Text($"EXAMPLE ARMS SPAIN {serial}") },
    })).Expect(201).Id;

    private Task<ApiAnswer> MarkAsync(Guid firearm, string number) => _numbers.Registrar.PostAsync($"/api/v1/firearms/{firearm}/marks",
        new ApplyMarkEndpoint.ApplyMarkRequest(FirearmExamples.Mark with
        {
            Kind = MarkKind.NationalNumber,
            Text = Text(number),
            Serial = null,
            AppliedHere = true,
        }), 2);

    private async Task<string?> TryApplyAsync(NewMark mark)
    {
        var firearm = Guid.CreateVersion7();
        await using var session = Store.LightweightSession();
        if (await NationalNumberMark.FindRefusalAsync(session, mark, firearm, Token) is { } refusal)
            return refusal.Name;
        session.Events.StartStream<Firearm>(firearm, RegistrationOf(), mark.AppliedHere
            ? new MarkApplied(mark.MarkId, mark.Mark, Today, [])
            : new MarkRecorded(mark.MarkId, mark.Mark, Today, []));
        await session.SaveChangesAsync(Token);
        return null;
    }

    private async Task AppendAsync(Guid firearm, object happened)
    {
        await using var session = Store.LightweightSession();
        if (await session.Events.FetchStreamStateAsync(firearm, Token) is null)
            session.Events.StartStream<Firearm>(firearm, RegistrationOf(), happened);
        else
            session.Events.Append(firearm, happened);
        await session.SaveChangesAsync(Token);
    }

    private static FirearmRegistered RegistrationOf()
    {
        var request = FirearmExamples.Register;
        return new FirearmRegistered(request.Origin, request.Description, request.Holder, request.OccurredOn);
    }

    private async Task<(string State, Guid? Firearm)> StandsAsync(string series, string number)
    {
        var body = (await _numbers.Registrar.GetAsync($"{series}/numbers/{number}", RegistryClient.Reason)).Expect(200).Body!;
        return (body["state"]!.GetValue<string>(), body["firearmId"]?.GetValue<Guid>());
    }

    private Task<IReadOnlyList<IssuedNumber>> RowsAsync(string series) =>
        host.Services.GetRequiredService<IssuedNumbers>().ListAsync(Guid.Parse(series[(series.LastIndexOf('/') + 1)..]), 0, 100, Token);
}
