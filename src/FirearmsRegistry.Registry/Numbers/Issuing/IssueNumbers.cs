using System.Globalization;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.Numbers.Issuing;

/// <summary>Issue the next numbers of a series.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Count">How many, 1 to <see cref="Most"/>.</param>
/// <param name="FirearmIds">The firearms they are for, one each; none for numbers in stock.</param>
public sealed record IssueNumbers(Guid SeriesId, int Count, IReadOnlyList<Guid>? FirearmIds)
{
    /// <summary>The most numbers of one request: a batch of a barracks, or what a marking station borrows for days.</summary>
    public const int Most = 1000;

    /// <summary>Decides which numbers are next.</summary>
    /// <param name="series">The series.</param>
    /// <param name="command">The command.</param>
    /// <param name="registered">Those of the named firearms that are registered.</param>
    public static Result<NumbersIssued> Decide(NumberSeries series, IssueNumbers command, IReadOnlySet<Guid> registered)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(registered);
        if (command.Count is < 1 or > Most)
            return NumberErrors.Count(command.Count, Most);
        if (command.FirearmIds is { } firearms && RefuseFirearms(firearms, command.Count, registered) is { } refusal)
            return refusal;

        var first = 0;
        var last = series.Highest;
        for (var issued = 0; issued < command.Count; issued++)
        {
            if (NumberSequence.NextAfter(series.Code, last).Number is not { } next)
                return NumberErrors.Exhausted(series.Code, issued);
            last = next.Running;
            first = issued == 0 ? last : first;
        }

        return new NumbersIssued(series.Code, first, last, command.Count, command.FirearmIds);
    }

    private static Refusal? RefuseFirearms(IReadOnlyList<Guid> firearms, int count, IReadOnlySet<Guid> registered)
    {
        if (firearms.Count != count)
            return NumberErrors.OneFirearmPerNumber(firearms.Count, count);
        var seen = new HashSet<Guid>();
        for (var index = 0; index < firearms.Count; index++)
        {
            if (!seen.Add(firearms[index]))
                return NumberErrors.FirearmTwice(index, firearms[index]);
        }

        var unknown = firearms.Index().Where(it => !registered.Contains(it.Item)).ToList();
        return unknown.Count == 0 ? null : NumberErrors.FirearmsUnknown(unknown);
    }
}

/// <summary>Carries out <see cref="IssueNumbers"/>.</summary>
public sealed class IssueNumbersHandler(RegistryWriter writer)
{
    /// <summary>Issues the numbers; requests for one series take turns, so that none fails because of another.</summary>
    public async Task<Result<Written>> HandleAsync(IssueNumbers command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var registered = await RegisteredAsync(command.FirearmIds, token);
        await NumberSeriesLock.TakeAsync(writer.Session, command.SeriesId, token);
        return await writer.UpdateAsync<NumberSeries>("number series", command.SeriesId,
            events => NumberIssue.Path(command.SeriesId, ((NumbersIssued)events[0]).FirstRunning),
            series => IssueNumbers.Decide(series, command, registered).Bind(issued => Result.Of<IReadOnlyList<object>>([issued])),
            context, created: true, token);
    }

    private async Task<HashSet<Guid>> RegisteredAsync(IReadOnlyList<Guid>? firearms, CancellationToken token)
    {
        if (firearms is null or { Count: 0 or > IssueNumbers.Most })
            return [];
        var found = await writer.Session.Query<FirearmDetails>().Where(firearm => firearm.Id.IsOneOf(firearms.ToArray()))
            .Select(firearm => firearm.Id).ToListAsync(token);
        return [.. found];
    }
}

/// <summary>The numbers that one request issued.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="FirstRunning">The running number of the first.</param>
/// <param name="LastRunning">The running number of the last.</param>
/// <param name="Numbers">The numbers as they stand.</param>
public sealed record NumberIssue(Guid SeriesId, int FirstRunning, int LastRunning, IReadOnlyList<IssuedNumber> Numbers)
{
    internal static string Path(Guid series, int firstRunning) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/number-series/{series}/issues/{firstRunning}");
}
