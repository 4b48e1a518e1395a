using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Stations.LendingNumbers;

/// <summary>Lend the next numbers of a series to a station.</summary>
/// <param name="StationId">The station.</param>
/// <param name="BlockId">The block's id.</param>
/// <param name="SeriesId">The series.</param>
/// <param name="Count">How many.</param>
public sealed record LendNumberBlock(Guid StationId, Guid BlockId, Guid SeriesId, int Count)
{
    /// <summary>Decides what a loan means: the numbers are issued, and out until they are given back or marked.</summary>
    public static NumberBlockLent Decide(LendNumberBlock command, NumbersIssued issued)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(issued);
        return new NumberBlockLent(command.BlockId, issued.Series, issued.FirstRunning, issued.LastRunning, issued.Count);
    }
}

/// <summary>Carries out <see cref="LendNumberBlock"/>.</summary>
public sealed class LendNumberBlockHandler(RegistryWriter writer)
{
    /// <summary>Issues the numbers and lends them, in one transaction.</summary>
    public async Task<Result<Written>> HandleAsync(LendNumberBlock command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await writer.FetchAsync<Station>(StationErrors.Station, command.StationId, context, token)).Refused(out var refusal, out var station))
            return refusal;
        if (StationRules.SpeaksFor(station.Aggregate!, context.Actor) is { } other)
            return other;
        await NumberSeriesLock.TakeAsync(writer.Session, command.SeriesId, token);
        var series = await writer.Session.Events.FetchForWriting<NumberSeries>(command.SeriesId, token);
        if (series.Aggregate is null)
            return StationErrors.NoSeries(command.SeriesId);
        if (IssueNumbers.Decide(series.Aggregate, new IssueNumbers(command.SeriesId, command.Count, null), new HashSet<Guid>())
            .Refused(out refusal, out var issued))
        {
            return refusal;
        }

        series.AppendOne(issued);
        station.AppendOne(LendNumberBlock.Decide(command, issued));
        return await writer.CommitAsync(
            new Written(true, NumberBlockAnswer.PathOf(command.StationId, command.BlockId), command.StationId, (station.StartingVersion ?? 0) + 1),
            context, token);
    }
}
