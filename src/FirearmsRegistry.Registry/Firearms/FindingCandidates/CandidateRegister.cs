using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>A mark as the table has it.</summary>
internal sealed record MarkRow(Guid MarkId, bool Restored, string Text, MarkRole TextRole, string? Serial, MarkRole SerialRole);

/// <summary>An arm as the tables have it.</summary>
internal sealed record ArmRow(Guid FirearmId, ArmDescription Description, IReadOnlyList<MarkRow> Marks);

/// <summary>
/// The marks of all arms in this server's memory, under the ids of the register. One writer at a time, searches beside each other.
/// </summary>
internal sealed class CandidateRegister : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<Guid, int> _arms = [];
    private readonly List<Guid> _firearms = [];
    private readonly List<(Guid MarkId, bool Restored)> _marks = [];
    private readonly Stack<int> _emptied = [];
    private readonly CandidateIndex _index = new();

    /// <summary>Takes over arms as they are now.</summary>
    public void Update(IReadOnlyList<ArmRow> arms)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (var arm in arms)
                Update(arm);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Searches, and gives each candidate with the ids of its arm and mark.</summary>
    public (int Weighed, IReadOnlyList<LocatedCandidate> Candidates) Find(CandidateQuestion question, IDescriptionNames names)
    {
        _lock.EnterReadLock();
        try
        {
            var found = CandidateSearch.Find(_index, question, names);
            return (found.Weighed, [.. found.Candidates.Select(candidate =>
                new LocatedCandidate(_firearms[candidate.Arm], _marks[candidate.Tag].MarkId, _marks[candidate.Tag].Restored, candidate))]);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose() => _lock.Dispose();

    private void Update(ArmRow row)
    {
        if (_arms.TryGetValue(row.FirearmId, out var arm))
        {
            _index.Describe(arm, row.Description);
            foreach (var tag in _index.ClearMarks(arm))
                _emptied.Push(tag);
        }
        else
        {
            arm = _index.AddArm(row.Description);
            _arms.Add(row.FirearmId, arm);
            _firearms.Add(row.FirearmId);
        }

        foreach (var mark in row.Marks)
            Add(arm, mark);
    }

    private void Add(int arm, MarkRow mark)
    {
        if (!_emptied.TryPop(out var tag))
        {
            tag = _marks.Count;
            _marks.Add(default);
        }

        _marks[tag] = (mark.MarkId, mark.Restored);
        var added = mark.Serial is { } serial && _index.AddMark(arm, serial, mark.SerialRole, tag);
        if (!string.Equals(mark.Serial, mark.Text, StringComparison.Ordinal))
            added |= _index.AddMark(arm, mark.Text, mark.TextRole, tag);
        if (!added)
            _emptied.Push(tag);
    }
}

/// <summary>A candidate and where the register has it.</summary>
internal sealed record LocatedCandidate(Guid FirearmId, Guid MarkId, bool Restored, Candidate Candidate);
