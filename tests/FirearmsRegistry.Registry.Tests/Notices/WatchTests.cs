using FirearmsRegistry.Registry.Notices.Watching;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Tests.Firearms;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Notices;

public sealed class WatchTests
{
    private const string Officer = "019342f0-0000-7000-8000-0000000000dd";

    private static readonly Guid Arm = Guid.CreateVersion7(Arms.Now);

    private static DateOnly Today => DateOnly.FromDateTime(Arms.Now.UtcDateTime);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(366)]
    public void A_watch_ends_today_or_within_a_year(int days) =>
        Assert.Equal(new FirearmWatchStarted(Arm, Arms.Reason("Case 12."), Today.AddDays(days)), WatchFirearm.Decide(Command(days), Arms.Now).Value);

    [Theory]
    [InlineData(-1, "2026-01-31")]
    [InlineData(367, "2027-02-01")]
    [InlineData(3000, "2027-02-01")]
    public void Another_end_is_refused_with_the_nearest_that_would_do(int days, string suggestion)
    {
        var refused = WatchFirearm.Decide(Command(days), Arms.Now).Refusal!;

        Assert.Equal(("watch-period", suggestion), (refused.Name, Assert.Single(refused.Errors).Suggestion));
    }

    [Fact]
    public void It_lasts_until_the_end_of_its_last_day()
    {
        var watch = Watch(0);

        Assert.True(watch.IsInForce(new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.Zero)));
        Assert.False(watch.IsInForce(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Its_keeper_ends_it_once_while_it_lasts()
    {
        var watch = Watch(5);
        var ended = EndWatch.Decide(watch, new EndWatch(watch.Id, Arms.Reason("Closed.")), Officer, Arms.Now);
        watch.Apply(Event(ended.Value));

        Assert.Equal(new FirearmWatchEnded(Arms.Reason("Closed.")), ended.Value);
        Assert.Equal("watch-over", EndWatch.Decide(watch, new EndWatch(watch.Id, Arms.Reason("Closed.")), Officer, Arms.Now).Refusal!.Name);
        Assert.Equal("watch-over", EndWatch.Decide(Watch(5), new EndWatch(watch.Id, Arms.Reason("Closed.")), Officer, Arms.Now.AddDays(6)).Refusal!.Name);
    }

    [Fact]
    public void To_anybody_else_it_does_not_exist() => Assert.Equal(RefusalKind.NotFound,
        EndWatch.Decide(Watch(5), new EndWatch(Arm, Arms.Reason("Closed.")), "somebody else", Arms.Now).Refusal!.Kind);

    private static WatchFirearm Command(int days) => new(Guid.CreateVersion7(Arms.Now), Arm, Arms.Reason("Case 12."), Today.AddDays(days));

    private static FirearmWatch Watch(int days)
    {
        var watch = new FirearmWatch();
        watch.Apply(Event(WatchFirearm.Decide(Command(days), Arms.Now).Value));
        return watch;
    }

    private static Event<T> Event<T>(T data)
        where T : notnull => new(data) { UserName = Officer, Timestamp = Arms.Now };
}
