using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Firearms;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Numbers.Issuing;

/// <summary>
/// Keeps <c>issued_number</c> in step with the events of series and firearms, in their transaction. The table is never emptied: a rebuild
/// meets the rows that are there and changes nothing, while a number issued a second time is refused by the table itself.
/// </summary>
public sealed partial class IssuedNumbersProjection : EventProjection
{
    // On a repeat of the same event the row stays as it is; any difference is refused by the table's trigger.
    private const string Insert =
        """
        insert into registry.issued_number (number, running, firearm_id, series_id, issue_first, issued_at, issued_by)
        select n.number, n.running, nullif(n.firearm_id, '00000000-0000-0000-0000-000000000000'), ?, ?, ?, ?
        from unnest(?::text[], ?::integer[], ?::uuid[]) as n (number, running, firearm_id)
        on conflict (number) do update set running = excluded.running, series_id = excluded.series_id,
            issue_first = excluded.issue_first, issued_at = excluded.issued_at, issued_by = excluded.issued_by
        """;

    private const string MarkOn =
        """
        update registry.issued_number set state = 'applied', firearm_id = ?, mark_id = ?
        where number = ? and mark_id is distinct from ?
        """;

    /// <summary>Names the projection.</summary>
    public IssuedNumbersProjection() => Name = "issued_numbers";

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<NumbersIssued> happened, IDocumentOperations operations)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(operations);
        var issued = happened.Data;
        var numbers = issued.Numbers().ToList();
        if (numbers.Count != issued.Count)
            throw new InvalidOperationException($"The range of {happened.Id} does not hold the numbers that were issued.");
        operations.QueueSqlCommand(Insert, happened.StreamId, issued.FirstRunning, happened.Timestamp.ToUniversalTime(),
            happened.UserName ?? throw new InvalidOperationException("Numbers are issued by a person."),
            numbers.Select(number => number.ToString()).ToArray(),
            numbers.Select(number => number.Running).ToArray(),
            issued.FirearmIds?.ToArray() ?? new Guid[numbers.Count]);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<NumberVoided> happened, IDocumentOperations operations)
    {
        ArgumentNullException.ThrowIfNull(happened);
        operations.QueueSqlCommand("update registry.issued_number set state = 'void', reason = ? where number = ? and state = 'reserved'",
            happened.Data.Reason.ToString(), happened.Data.Number.ToString());
    }

    /// <summary>Projects the event: a national number stands on its firearm.</summary>
    public void Project(IEvent<MarkApplied> happened, IDocumentOperations operations)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Data.Mark.Kind == MarkKind.NationalNumber
            && NationalNumber.Parse(happened.Data.Mark.Text.ToString()).TryGet(out var number, out _))
        {
            operations.QueueSqlCommand(MarkOn, happened.StreamId, happened.Data.MarkId, number.ToString(), happened.Data.MarkId);
        }
    }

    /// <summary>Projects the event: the number was read back from its firearm.</summary>
    public void Project(IEvent<MarkVerified> happened, IDocumentOperations operations)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (NationalNumber.Parse(happened.Data.ReadText.ToString()).TryGet(out var number, out _))
        {
            operations.QueueSqlCommand(
                "update registry.issued_number set state = 'verified' where mark_id = ? and number = ? and state = 'applied'",
                happened.Data.MarkId, number.ToString());
        }
    }

    /// <summary>Projects the event: with its mark the number is given up.</summary>
    public void Project(IEvent<MarkVoided> happened, IDocumentOperations operations)
    {
        ArgumentNullException.ThrowIfNull(happened);
        operations.QueueSqlCommand("update registry.issued_number set state = 'void', reason = ? where mark_id = ? and state <> 'void'",
            happened.Data.Reason.ToString(), happened.Data.MarkId);
    }
}
