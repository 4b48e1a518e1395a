using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Inbox;

/// <summary>
/// <c>POST /notices/{id}/readings</c>: marks a notice as read by the caller. It stays unread for the others of the same role, and the
/// first reading stands.
/// </summary>
internal static class ReadNotice
{
    /// <summary>Nothing to say: the address says it all.</summary>
    public sealed record NoticeReadingBody;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<NoticeAnswer, Notice>("/notices/{id:guid}/readings", HandleAsync)
        .Named("readNotice", "Mark a notice as read by the caller")
        .Requires(AccessPolicy.MarkNoticesRead)
        .Example(new NoticeReadingBody())
        .Refuses("not-found");

    private static async Task<Result<Written>> HandleAsync(
        Guid id, Body<NoticeReadingBody> body, WriteCall call, RegistryWriter writer, InboxRows inbox, NoticeAnswer answer,
        CancellationToken token)
    {
        var context = call.Context;
        answer.Reader = context.Actor;
        if (await inbox.FindAsync(context.Actor, id, token) is null)
            return Refusal.NotFound("notice", id);
        writer.Session.QueueSqlCommand(
            "insert into registry.notice_reading (notice_id, subject, read_at) values (?, ?, ?) on conflict do nothing",
            id, context.Actor.Subject, context.Now.ToUniversalTime());
        return await writer.CommitAsync(new Written(true, $"/api/v1/notices/{id}", id, 1), context, token);
    }
}

/// <summary>Answers a reading with the notice as its reader sees it.</summary>
internal sealed class NoticeAnswer(InboxRows inbox, NoticeSubjects subjects) : IResourceAnswer<Notice>
{
    /// <summary>Whose inbox it is.</summary>
    public Actor? Reader { get; set; }

    public async Task<Notice?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        var reader = Reader ?? throw new InvalidOperationException("Nobody said who reads.");
        return await inbox.FindAsync(reader, id, token) is { } notice ? await subjects.TellAsync(notice, reader, token) : null;
    }
}
