using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs.Ordering;

/// <summary>Files orders that have one series, one station and one kind of mark in common, each with its number, in the transaction of a session.</summary>
internal sealed class MarkingOrders(MarkingSettings settings, MarkPolicy policy)
{
    /// <summary>Queues the jobs; the events of each in the order of the commands.</summary>
    public async Task<Result<IReadOnlyList<int>>> StageAsync(
        IDocumentSession session, IReadOnlyList<OrderMarking> orders, DateTimeOffset now, CancellationToken token)
    {
        var first = orders[0];
        if (OrderMarking.Check(first, settings) is { } unfit)
            return unfit;
        if (first.StationId is { } station && await session.LoadAsync<Station>(station, token) is null)
            return MarkingJobErrors.NoStation(station);
        await AdvisoryLocks.TakeAsync(session, [.. orders.Select(order => $"marking|{order.FirearmId}")], token);
        var unfitArms = new UnfitArms(orders);
        if ((await FirearmsAsync(session, orders, unfitArms, token)).Refused(out var refusal, out var firearms))
            return refusal;
        if ((await ReserveAsync(session, orders, token)).Refused(out refusal, out var numbers))
            return refusal;
        var counts = new List<int>();
        for (var i = 0; i < orders.Count; i++)
        {
            var lookAlikes = orders[i].MarkWithText(now) is { } mark
                ? await LookAlikes.FindUnderLockAsync(session, firearms[i].Description, mark.MakersSerial, orders[i].FirearmId, token)
                : [];
            if (!OrderMarking.Decide(firearms[i], orders[i], numbers[i], settings, lookAlikes, policy, now).Refused(out refusal, out var events))
            {
                session.Events.StartStream<MarkingJob>(orders[i].JobId, events);
                counts.Add(events.Count);
            }
            else if (!unfitArms.Take(i, refusal))
            {
                return refusal;
            }
        }

        return unfitArms.Refusal is { } unfitBatch ? unfitBatch : Result.Of<IReadOnlyList<int>>(counts);
    }

    /// <summary>The firearms, each registered, without an open order for the same mark, and there to be marked.</summary>
    private static async Task<Result<IReadOnlyList<Firearm>>> FirearmsAsync(
        IDocumentSession session, IReadOnlyList<OrderMarking> orders, UnfitArms unfit, CancellationToken token)
    {
        var firearms = new List<Firearm>();
        for (var i = 0; i < orders.Count; i++)
        {
            var firearm = await session.Events.AggregateStreamAsync<Firearm>(orders[i].FirearmId, token: token);
            var refusal = firearm is not { Description: not null } ? MarkingJobErrors.NoFirearm(orders[i].FirearmId)
                : await MarkingJobRows.FindOpenAsync(session, orders[i], token) is { } open ? MarkingJobErrors.Open(open)
                : MarkingRules.FitToMark(firearm);
            if (refusal is null)
                firearms.Add(firearm!);
            else if (!unfit.Take(i, refusal))
                return refusal;
        }

        return unfit.Refusal is { } unfitBatch ? unfitBatch : Result.Of<IReadOnlyList<Firearm>>(firearms);
    }

    private static async Task<Result<IReadOnlyList<NationalNumber?>>> ReserveAsync(
        IDocumentSession session, IReadOnlyList<OrderMarking> orders, CancellationToken token)
    {
        if (orders[0].SeriesId is { } series)
            return await IssueAsync(session, series, orders, token);
        var numbers = new List<NationalNumber?>();
        foreach (var order in orders)
        {
            if (order.Number is { } number && await FindRefusalAsync(session, order, number, token) is { } refusal)
                return refusal;
            numbers.Add(order.Number);
        }

        return Result.Of<IReadOnlyList<NationalNumber?>>(numbers);
    }

    private static async Task<Result<IReadOnlyList<NationalNumber?>>> IssueAsync(
        IDocumentSession session, Guid seriesId, IReadOnlyList<OrderMarking> orders, CancellationToken token)
    {
        await NumberSeriesLock.TakeAsync(session, seriesId, token);
        var stream = await session.Events.FetchForWriting<NumberSeries>(seriesId, token);
        if (stream.Aggregate is null)
            return MarkingJobErrors.NoSeries(seriesId);
        IReadOnlyList<Guid> firearms = [.. orders.Select(order => order.FirearmId)];
        if (IssueNumbers.Decide(stream.Aggregate, new IssueNumbers(seriesId, orders.Count, firearms), firearms.ToHashSet())
            .Refused(out var refusal, out var issued))
        {
            return refusal;
        }

        stream.AppendOne(issued);
        return Result.Of<IReadOnlyList<NationalNumber?>>([.. issued.Numbers().Select(number => (NationalNumber?)number)]);
    }

    /// <summary>A number that was issued before: for this arm or for none, in no other job, and lent to no other station.</summary>
    private static async Task<Refusal?> FindRefusalAsync(
        IDocumentSession session, OrderMarking order, NationalNumber number, CancellationToken token)
    {
        var issued = await IssuedNumbers.FindAsync(session, number, token);
        if (NationalNumberMark.Decide(number, issued, order.FirearmId).Refused(out var refusal, out _))
            return refusal;
        if (await MarkingJobRows.FindByNumberAsync(session, number, token) is { } job)
            return MarkingJobErrors.InJob(number, job);
        return await LentNumbers.FindBorrowerAsync(session, number, token) is { } borrower && borrower != order.StationId
            ? MarkingJobErrors.Lent(number, borrower)
            : null;
    }
}
