using System.Globalization;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Freezing;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.Drafting;

/// <summary>Freeze the figures of years as a draft.</summary>
/// <param name="Id">The vintage's id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Years">The years.</param>
/// <param name="KnownAt">The moment whose knowledge it shows; null: the latest that has settled.</param>
public sealed record DraftVintage(Guid Id, VintageLabel Label, IReadOnlyList<int> Years, DateTimeOffset? KnownAt)
{
    /// <summary>How many years a vintage may have.</summary>
    public const int MostYears = 30;

    /// <summary>Decides of what the vintage is, before anything is computed.</summary>
    /// <param name="command">The command.</param>
    /// <param name="labelTaken">Whether a vintage has the label.</param>
    /// <param name="structureVersion">The version of the data structure that is configured.</param>
    /// <param name="now">The time.</param>
    internal static Result<VintageSubject> Decide(DraftVintage command, bool labelTaken, string structureVersion, DateTimeOffset now)
    {
        if (YearErrors(command.Years) is { Count: > 0 } errors)
            return Refusal.Input(errors);
        var settled = now - AsKnownAt.Settling;
        if (command.KnownAt > settled)
        {
            return Refusal.Input(new InputError("/knownAt", command.KnownAt.Value.ToString("O", CultureInfo.InvariantCulture),
                "Must lie at least 30 seconds in the past."));
        }

        return labelTaken
            ? VintageErrors.LabelTaken(command.Label)
            : new VintageSubject(command.Label, [.. command.Years.Order()], ToMicroseconds(command.KnownAt ?? settled), structureVersion);
    }

    /// <summary>The event of what was computed.</summary>
    internal static VintageDrafted Drafted(VintageSubject subject, FrozenVintage computed) => new(subject.Label, subject.Years, subject.KnownAt,
        subject.StructureVersion, computed.Content.HighestSequence, computed.Content.Inputs.Count, computed.Digest);

    private static IReadOnlyList<InputError> YearErrors(IReadOnlyList<int> years) =>
    [
        .. years.Count is 0 or > MostYears
            ? [new InputError("/years", years.Count.ToString(CultureInfo.InvariantCulture), $"Must be 1 to {MostYears} years.")]
            : years.Select((year, at) => Figures.Years.NotOfCounts(string.Create(CultureInfo.InvariantCulture, $"/years/{at}"), year)).OfType<InputError>(),
        .. years.Distinct().Count() < years.Count ? [new InputError("/years", null, "A year stands there once.")] : Array.Empty<InputError>(),
    ];

    /// <summary>The database knows no shorter time: a moment between two microseconds would not be the same when it is read back.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>Carries out <see cref="DraftVintage"/>.</summary>
internal sealed class DraftVintageHandler(RegistryWriter writer, VintageComputation computation, VintageSettings settings)
{
    /// <summary>Computes the figures and keeps them.</summary>
    public async Task<Result<Written>> HandleAsync(DraftVintage command, CommandContext context, CancellationToken token)
    {
        // Two drafts of one label do not see each other: the second waits.
        await AdvisoryLocks.TakeAsync(writer.Session, [$"vintage label {command.Label}"], token);
        var taken = (await writer.Session.Query<Vintage>().ToListAsync(token)).Any(vintage => vintage.Label == command.Label);
        if (DraftVintage.Decide(command, taken, settings.StructureVersion, context.Now).Refused(out var refusal, out var subject))
            return refusal;
        var computed = await computation.ComputeAsync(subject, token);
        VintageContents.Queue(writer.Session, computed);
        return await writer.CreateAsync<Vintage>(
            command.Id, VintagePaths.Of(command.Id), [DraftVintage.Drafted(subject, computed)], context, token);
    }
}
