using System.Globalization;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary>Watch an arm.</summary>
/// <param name="WatchId">The watch's id.</param>
/// <param name="FirearmId">The arm.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day, UTC.</param>
public sealed record WatchFirearm(Guid WatchId, Guid FirearmId, Note Reason, DateOnly Until)
{
    /// <summary>How many days ahead the last day may be: whoever needs longer says so again, with the reason that he has then.</summary>
    public const int MostDays = 366;

    internal const string WrongPeriod = "watch-period";

    internal const string NoFirearm = "unknown-firearm";

    /// <summary>Decides.</summary>
    public static Result<FirearmWatchStarted> Decide(WatchFirearm command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var last = today.AddDays(MostDays);
        if (command.Until >= today && command.Until <= last)
            return new FirearmWatchStarted(command.FirearmId, command.Reason, command.Until);
        return new Refusal(WrongPeriod, RefusalKind.RuleBroken, "A watch ends on a day to come, within a year.")
        {
            Errors =
            [
                new InputError("/until", command.Until.ToString("O", CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"Must be from {today:O} to {last:O}."), null,
                    (command.Until < today ? today : last).ToString("O", CultureInfo.InvariantCulture)),
            ],
        };
    }
}

/// <summary>Carries out <see cref="WatchFirearm"/>.</summary>
public sealed class WatchFirearmHandler(RegistryWriter writer)
{
    /// <summary>Begins the watch in the name of the person who acts.</summary>
    public async Task<Result<Written>> HandleAsync(WatchFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (!await FirearmReferences.ExistsAsync(writer.Session, command.FirearmId, token))
        {
            return new Refusal(WatchFirearm.NoFirearm, RefusalKind.RuleBroken, "There is no such firearm.")
            {
                Errors = [new InputError("/firearmId", command.FirearmId.ToString(), "Must be the id of a firearm in the register.")],
            };
        }

        if (WatchFirearm.Decide(command, context.Now).Refused(out var refusal, out var started))
            return refusal;
        return await writer.CreateAsync<FirearmWatch>(command.WatchId, WatchPaths.Of(command.WatchId), [started], context, token);
    }
}
