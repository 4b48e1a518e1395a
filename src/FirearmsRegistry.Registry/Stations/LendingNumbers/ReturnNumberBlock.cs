using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Stations.LendingNumbers;

/// <summary>Give back numbers that a station did not use.</summary>
/// <param name="StationId">The station.</param>
/// <param name="BlockId">The block.</param>
/// <param name="Unused">The numbers.</param>
public sealed record ReturnNumberBlock(Guid StationId, Guid BlockId, IReadOnlyList<NationalNumber> Unused)
{
    /// <summary>Decides: a number that is or was in a job is not unused, whatever became of the job.</summary>
    /// <param name="command">The command.</param>
    /// <param name="returnable">The numbers of the block that are out and in no job.</param>
    public static Result<NumberBlockReturned> Decide(ReturnNumberBlock command, IReadOnlySet<NationalNumber> returnable)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(returnable);
        if (command.Unused.Count == 0)
            return StationErrors.NoneReturned;
        var seen = new HashSet<NationalNumber>();
        foreach (var (index, number) in command.Unused.Index())
        {
            if (!seen.Add(number))
                return StationErrors.Twice(index, number);
            if (!returnable.Contains(number))
                return StationErrors.NotOut(index, number);
        }

        return new NumberBlockReturned(command.BlockId, command.Unused);
    }
}

/// <summary>Carries out <see cref="ReturnNumberBlock"/>.</summary>
public sealed class ReturnNumberBlockHandler(RegistryWriter writer)
{
    /// <summary>Puts the numbers back into stock; they stay issued and may be marked from there.</summary>
    public async Task<Result<Written>> HandleAsync(ReturnNumberBlock command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await writer.FetchAsync<Station>(StationErrors.Station, command.StationId, context, token)).Refused(out var refusal, out var station))
            return refusal;
        if (StationRules.SpeaksFor(station.Aggregate!, context.Actor) is { } other)
            return other;
        if (station.Aggregate!.Blocks.FirstOrDefault(one => one.BlockId == command.BlockId) is not { } block)
            return Refusal.NotFound("number block", command.BlockId);
        // An order that takes one of the numbers holds its row: what it made of it is seen here, or it sees the return.
        await NumberSeriesLock.TakeAsync(writer.Session, NumberSeries.IdOf(block.Series), token);
        foreach (var number in command.Unused.Order().Take(block.Count))
            await IssuedNumbers.FindAsync(writer.Session, number, token);
        var returnable = await LentNumbers.ReturnableAsync(writer.Session, command.BlockId, token);
        if (ReturnNumberBlock.Decide(command, returnable).Refused(out refusal, out var returned))
            return refusal;
        station.AppendOne(returned);
        return await writer.CommitAsync(
            new Written(false, NumberBlockAnswer.PathOf(command.StationId, command.BlockId), command.StationId, (station.StartingVersion ?? 0) + 1),
            context, token);
    }
}
