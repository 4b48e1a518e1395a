using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Numbers.Voiding;

/// <summary>Give up a number that is on no arm: its plate broke, its station lost it.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Number">The number.</param>
/// <param name="Reason">Why: what explains the gap.</param>
public sealed record VoidNumber(Guid SeriesId, NationalNumber Number, Note Reason)
{
    /// <summary>Decides what voiding means. A number on an arm is voided only together with the mark that carries it.</summary>
    public static Result<NumberVoided> Decide(IssuedNumber number, VoidNumber command)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(command);
        return number.State switch
        {
            NumberState.Reserved => new NumberVoided(number.Number, command.Reason),
            NumberState.Applied or NumberState.Verified => NumberErrors.OnFirearm(number),
            NumberState.Void => NumberErrors.VoidAlready(number),
        };
    }
}

/// <summary>Carries out <see cref="VoidNumber"/>.</summary>
public sealed class VoidNumberHandler(RegistryWriter writer)
{
    /// <summary>Voids the number; the version that the caller saw is the number's own, since a series moves on all the time.</summary>
    public async Task<Result<Written>> HandleAsync(VoidNumber command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        await NumberSeriesLock.TakeAsync(writer.Session, command.SeriesId, token);
        var number = await IssuedNumbers.FindAsync(writer.Session, command.Number, token);
        if (number is null || number.SeriesId != command.SeriesId)
            return Refusal.NotFound("number of this series", command.Number);
        if (context.ExpectedVersion is { } seen && seen != number.Version)
            return Refusal.Stale(number.Version);
        if (VoidNumber.Decide(number, command).Refused(out var refusal, out var voided))
            return refusal;
        var series = await writer.FetchAsync<NumberSeries>(
            "number series", command.SeriesId, context with { ExpectedVersion = null }, token);
        if (series.Refused(out refusal, out var stream))
            return refusal;
        stream.AppendOne(voided);
        return await writer.CommitAsync(
            new Written(false, $"/api/v1/number-series/{command.SeriesId}/numbers/{command.Number}", command.SeriesId, number.Version + 1),
            context, token);
    }
}
