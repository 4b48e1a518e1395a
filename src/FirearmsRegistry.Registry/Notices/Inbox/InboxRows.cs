using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Notices.Inbox;

/// <summary>Reads inboxes: what is to the person, and what is to everybody with a role that the person's token has.</summary>
internal sealed class InboxRows(NpgsqlDataSource database)
{
    private const string Own =
        """
        select n.notice_id, n.kind, n.occasion, n.resource_kind, n.resource_path, n.at, n.caused_by, n.owner_role, r.read_at
        from registry.notice n left join registry.notice_reading r on r.notice_id = n.notice_id and r.subject = $1
        where (n.owner_subject = $1 or n.owner_role = any($2))
        """;

    private const string FindPage =
        Own +
        """
         and ($3::text is null or n.kind = $3)
          and ($4 = 0 or ($4 = 1 and (r.read_at is not null or (n.at, n.notice_id) < ($5, $6)))
            or ($4 = 2 and r.read_at is not null and (n.at, n.notice_id) < ($5, $6)))
        order by (r.read_at is not null), n.at desc, n.notice_id desc limit $7
        """;

    /// <summary>The notices after a position, unread ones first, of each sort the newest first.</summary>
    public async Task<IReadOnlyList<Notice>> FindAsync(
        Actor owner, NoticeKind? kind, InboxPosition after, int limit, CancellationToken token)
    {
        await using var command = Command(FindPage, owner);
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = kind is { } asked ? Codes.Of(asked) : DBNull.Value,
            NpgsqlDbType = NpgsqlDbType.Text,
        });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)after.Part });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = after.At.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.NoticeId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var notices = new List<Notice>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            notices.Add(await ReadAsync(reader, token));
        return notices;
    }

    /// <summary>One notice; null where it is somebody else's, or there is none.</summary>
    public async Task<Notice?> FindAsync(Actor owner, Guid noticeId, CancellationToken token)
    {
        await using var command = Command(Own + " and n.notice_id = $3", owner);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = noticeId });
        await using var reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token) ? await ReadAsync(reader, token) : null;
    }

    private NpgsqlCommand Command(string sql, Actor owner)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = owner.Subject });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. owner.Roles.Select(Codes.Of)] });
        return command;
    }

    private static async Task<Notice> ReadAsync(NpgsqlDataReader row, CancellationToken token) => new(
        row.GetGuid(0), TableCodes.Read<NoticeKind>(row.GetString(1)), TableCodes.Read<NoticeOccasion>(row.GetString(2)),
        new NoticeResource(row.GetString(3), row.GetString(4)), row.GetFieldValue<DateTimeOffset>(5),
        await row.IsDBNullAsync(6, token) ? null : row.GetString(6),
        await row.IsDBNullAsync(7, token) ? null : TableCodes.Read<Role>(row.GetString(7)),
        await row.IsDBNullAsync(8, token) ? null : row.GetFieldValue<DateTimeOffset>(8));
}

/// <summary>Where a page of an inbox ended.</summary>
/// <param name="Part">Among the unread or the read ones, or before both.</param>
/// <param name="At">When the last notice happened.</param>
/// <param name="NoticeId">The last notice.</param>
internal readonly record struct InboxPosition(InboxPart Part, DateTimeOffset At, Guid NoticeId)
{
    public static InboxPosition Of(Notice notice) =>
        new(notice.ReadAt is null ? InboxPart.Unread : InboxPart.Read, notice.At, notice.Id);

    public static bool TryParse(string? text, out InboxPosition position)
    {
        position = default;
        if (text is null)
            return true;
        if (text.Split(':') is not [("1" or "2") and var part, var ticks, var notice]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks
            || !Guid.TryParseExact(notice, "N", out var id))
        {
            return false;
        }

        position = new InboxPosition(part == "1" ? InboxPart.Unread : InboxPart.Read, new DateTimeOffset(at, TimeSpan.Zero), id);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Part}:{At.UtcTicks}:{NoticeId:N}");
}

/// <summary>The parts of an inbox, in the order in which it is shown.</summary>
internal enum InboxPart
{
    /// <summary>Before everything.</summary>
    Start = 0,

    /// <summary>What was not read yet.</summary>
    Unread = 1,

    /// <summary>What was.</summary>
    Read = 2,
}
