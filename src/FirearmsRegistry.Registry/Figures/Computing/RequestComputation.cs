using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>Have all figures of a year computed and stored.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Year">The year.</param>
public sealed record RequestComputation(Guid Id, int Year)
{
    /// <summary>Decides what ordering means.</summary>
    public static Result<FigureComputation> Decide(RequestComputation command, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return Years.Broken("/year", command.Year) is { } error
            ? Refusal.Input(error)
            : new FigureComputation
            {
                Id = command.Id,
                Year = command.Year,
                RequestedAt = context.Now,
                RequestedBy = context.Actor.Subject,
            };
    }
}

/// <summary>Carries out <see cref="RequestComputation"/>.</summary>
public sealed class RequestComputationHandler(RegistryWriter writer, JobOrders jobs)
{
    /// <summary>Keeps the order and, after the commit, has the job run.</summary>
    public async Task<Result<Written>> HandleAsync(RequestComputation command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (RequestComputation.Decide(command, context).Refused(out var refusal, out var computation))
            return refusal;
        writer.Session.Insert(computation);
        var result = await writer.CommitAsync(
            new Written(true, $"/api/v1/indicators/sdg-16-4-2/computations/{command.Id}", command.Id, 1), context, token);
        if (result.Refusal is null)
            FigureJob.Order(jobs, command.Id);
        return result;
    }
}
