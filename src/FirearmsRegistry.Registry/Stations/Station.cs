using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>A place with an operator and a machine, folded from its events; kept as a snapshot, which is also what its GET shows.</summary>
public sealed class Station
{
    /// <summary>The station's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>What people call it.</summary>
    public ShortText Name { get; set; }

    /// <summary>Where it stands.</summary>
    public ShortText Place { get; set; }

    /// <summary>Its machine.</summary>
    public ShortText? Machine { get; set; }

    /// <summary>The client program that speaks for it; any where it is null.</summary>
    public ShortText? Program { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>The blocks of numbers lent to it, in their order.</summary>
    public List<NumberBlock> Blocks { get; set; } = [];

    /// <summary>The keys that sign its log.</summary>
    public List<SigningKey> Keys { get; set; } = [];

    /// <summary>Who works there, and when.</summary>
    public List<OperatorAssigned> Assignments { get; set; } = [];

    /// <summary>The keys of the people who work there.</summary>
    public List<OperatorKeyEnrolled> OperatorKeys { get; set; } = [];

    /// <summary>When each key, of the station and of people, was made known; without those from before this was kept.</summary>
    public List<EnrolledKey> EnrolledKeys { get; set; } = [];

    /// <summary>The keys, of the station and of people, that are trusted no longer.</summary>
    public List<RevokedKey> RevokedKeys { get; set; } = [];

    /// <summary>Whether the key was enrolled here, by the station or by a person.</summary>
    public bool Knows(SigningKey key) => Keys.Contains(key) || OperatorKeys.Exists(own => own.Key == key);

    /// <summary>Whether the key was revoked.</summary>
    public bool IsRevoked(SigningKey key) => RevokedKeys.Exists(revoked => revoked.Key == key);

    /// <summary>Whether the person is assigned to the station at the time.</summary>
    public bool Employs(string person, DateTimeOffset at) => Assignments.Any(assigned =>
        assigned.Operator.ToString() == person && assigned.From <= at && (assigned.Until is not { } until || at < until));

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<StationKeyEnrolled> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Keys.Add(happened.Data.Key);
        EnrolledKeys.Add(new EnrolledKey(happened.Data.Key, null, happened.Timestamp));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OperatorAssigned happened) => Assignments.Add(happened);

    /// <summary>Folds the event.</summary>
    public void Apply(OperatorAssignmentEnded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Assignments = [.. Assignments.Select(assigned => assigned.Operator == happened.Operator && !(assigned.Until <= happened.Until)
            ? assigned with { Until = happened.Until }
            : assigned)];
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<StationKeyRevoked> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        RevokedKeys.Add(new RevokedKey(happened.Data.Key, happened.Timestamp, happened.Data.Reason));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OperatorKeyEnrolled> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        OperatorKeys.Add(happened.Data);
        EnrolledKeys.Add(new EnrolledKey(happened.Data.Key, happened.Data.Operator, happened.Timestamp));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<StationRegistered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Name, Place) = (happened.Data.Name, happened.Data.Place);
        (Machine, Program) = (happened.Data.Machine, happened.Data.Program);
        RegisteredAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<NumberBlockLent> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var lent = happened.Data;
        Blocks.Add(new NumberBlock(lent.BlockId, lent.Series, lent.FirstRunning, lent.LastRunning, lent.Count, 0, happened.Timestamp));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(NumberBlockReturned happened)
    {
        var index = Blocks.FindIndex(block => block.BlockId == happened.BlockId);
        Blocks[index] = Blocks[index] with { Returned = Blocks[index].Returned + happened.Unused.Count };
    }
}

/// <summary>A key and when it was made known.</summary>
/// <param name="Key">Its public half.</param>
/// <param name="Operator">Whose it is; null for the station's own.</param>
/// <param name="EnrolledAt">When.</param>
public sealed record EnrolledKey(SigningKey Key, ShortText? Operator, DateTimeOffset EnrolledAt);

/// <summary>A key that is trusted no longer.</summary>
/// <param name="Key">Its public half.</param>
/// <param name="RevokedAt">When.</param>
/// <param name="Reason">Why.</param>
public sealed record RevokedKey(SigningKey Key, DateTimeOffset RevokedAt, Note Reason);

/// <summary>Numbers lent to a station.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="Series">The series.</param>
/// <param name="FirstRunning">The running number of the first.</param>
/// <param name="LastRunning">The running number of the last.</param>
/// <param name="Count">How many numbers were lent.</param>
/// <param name="Returned">How many of them were given back unused.</param>
/// <param name="LentAt">When.</param>
public sealed record NumberBlock(
    Guid BlockId, SeriesCode Series, int FirstRunning, int LastRunning, int Count, int Returned, DateTimeOffset LentAt);
