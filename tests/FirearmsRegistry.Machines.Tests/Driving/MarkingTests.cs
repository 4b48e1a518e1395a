using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Tests.Driving;

public class MarkingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_mark_is_prepared_started_once_and_finished(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        Assert.Equal(MachineState.Alive, bench.Driver.State);

        var prepared = await bench.PrepareAsync();
        Assert.Equal(MachineState.Ready, bench.Driver.State);
        Assert.Equal(kind == "ezcad" ? ReadBack.NotPossible : ReadBack.Compared, prepared.ReadBack);
        Assert.Empty(bench.Simulator.Cuts);

        Assert.Equal(MarkOutcome.Marked, await bench.Driver.StartAsync(prepared, Token));
        var cut = Assert.Single(bench.Simulator.Cuts);
        Assert.True(cut.IsWhole);
        Assert.Equal(bench.Order.Variables.ToDictionary(variable => variable.Name, variable => variable.Text), cut.Texts);
        Assert.Equal(1, bench.StartsSent());
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_prepared_mark_cannot_be_started_twice(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        var prepared = await bench.PrepareAsync();
        await bench.Driver.StartAsync(prepared, Token);

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.StartAsync(prepared, Token));

        Assert.Equal("already-started", refused.Refusal.Name);
        Assert.Equal(1, bench.StartsSent());
        Assert.Single(bench.Simulator.Cuts);
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_mark_that_another_one_replaced_is_not_started(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        var first = await bench.PrepareAsync();
        await bench.PrepareAsync();

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.StartAsync(first, Token));

        Assert.Equal("prepared-elsewhere", refused.Refusal.Name);
        Assert.Equal(0, bench.StartsSent());
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task Many_marks_are_made_one_after_the_other(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        for (var i = 0; i < 5; i++)
        {
            var order = bench.Order with { Variables = [bench.Order.Variables[0] with { Text = $"NUMBER {i}" }] };
            Assert.Equal(MarkOutcome.Marked, await bench.Driver.StartAsync(await bench.Driver.PrepareAsync(order, Token), Token));
        }

        Assert.Equal(["NUMBER 0", "NUMBER 1", "NUMBER 2", "NUMBER 3", "NUMBER 4"], bench.Simulator.Cuts.Select(cut => cut.Texts.Values.Single()));
        Assert.Equal(5, bench.StartsSent());
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task Every_frame_of_both_directions_is_kept_with_its_time(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        await bench.MarkAsync();

        var sent = bench.Frames.Count(frame => frame.Direction == FrameDirection.Sent);
        Assert.Equal(bench.Simulator.Commands, sent);
        Assert.True(bench.Frames.Count(frame => frame.Direction == FrameDirection.Received) >= sent);
        Assert.DoesNotContain(bench.Frames, frame => frame.Direction == FrameDirection.Unreadable);
        Assert.Equal(bench.Frames.OrderBy(frame => frame.At), bench.Frames);
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_text_with_a_line_end_is_refused_before_anything_is_sent(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        var before = bench.Simulator.Commands;
        var order = bench.Order with { Variables = [bench.Order.Variables[0] with { Text = "A\rGO" }] };

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.PrepareAsync(order, Token));

        Assert.Equal("text-not-sendable", refused.Refusal.Name);
        Assert.Equal(RefusalOrigin.Order, refused.Refusal.Origin);
        Assert.Equal(before, bench.Simulator.Commands);
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task Without_a_connection_all_is_refused(string kind)
    {
        await using var bench = Bench.Disconnected(MachineKind.Of(kind));
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.PrepareAsync());
        Assert.Equal("not-connected", refused.Refusal.Name);
        Assert.Equal(MachineState.Offline, bench.Driver.State);
    }
}
