using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>A marking station was registered.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Machine">Its machine: make, model, protocol.</param>
/// <param name="Program">The client program that speaks for it; any where it is null.</param>
public sealed record StationRegistered(ShortText Name, ShortText Place, ShortText? Machine = null, ShortText? Program = null);

/// <summary>National numbers were lent to a station for work without a network.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="Series">The series.</param>
/// <param name="FirstRunning">The running number of the first.</param>
/// <param name="LastRunning">The running number of the last.</param>
/// <param name="Count">How many numbers they are; running numbers between may have been left out at issue.</param>
public sealed record NumberBlockLent(Guid BlockId, SeriesCode Series, int FirstRunning, int LastRunning, int Count)
{
    /// <summary>The numbers lent, in order.</summary>
    public IEnumerable<NationalNumber> Numbers()
    {
        for (var running = FirstRunning; running <= LastRunning; running++)
        {
            if (NumberSequence.TryMake(Series, running, out var number))
                yield return number;
        }
    }
}

/// <summary>A station gave back numbers that it did not use.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="Unused">The numbers; they are in stock again.</param>
public sealed record NumberBlockReturned(Guid BlockId, IReadOnlyList<NationalNumber> Unused);

/// <summary>The key with which a station signs its log was made known.</summary>
/// <param name="Key">Its public half.</param>
public sealed record StationKeyEnrolled(SigningKey Key);

/// <summary>A person was assigned to work at the station.</summary>
/// <param name="Operator">The person's user id.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when; without end where it is null.</param>
public sealed record OperatorAssigned(ShortText Operator, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>A person works at the station no longer.</summary>
/// <param name="Operator">The person's user id.</param>
/// <param name="Until">Until when: every assignment that lasts longer ends there.</param>
/// <param name="Reason">Why.</param>
public sealed record OperatorAssignmentEnded(ShortText Operator, DateTimeOffset Until, Note Reason);

/// <summary>A key of the station or of a person there is trusted no longer: what it signed and the registry does not know yet waits for a registrar.</summary>
/// <param name="Key">Its public half.</param>
/// <param name="Reason">Why: lost, stolen, replaced.</param>
public sealed record StationKeyRevoked(SigningKey Key, Note Reason);

/// <summary>A person enrolled a key of his own at the station, while it had a network.</summary>
/// <param name="Operator">The person's user id.</param>
/// <param name="Key">The key's public half.</param>
public sealed record OperatorKeyEnrolled(ShortText Operator, SigningKey Key);
