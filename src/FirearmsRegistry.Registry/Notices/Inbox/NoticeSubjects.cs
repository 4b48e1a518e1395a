using System.Collections.ObjectModel;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Naming;
using FirearmsRegistry.Registry.TraceRequests.Naming;
using Marten;

namespace FirearmsRegistry.Registry.Notices.Inbox;

/// <summary>Tells what the records of notices are known by. The notices themselves keep nothing of it: they outlive their reader's rights.</summary>
internal sealed class NoticeSubjects(IQuerySession session, RequestNames requests, Outbox outbox)
{
    /// <summary>The notice with its subject.</summary>
    public async Task<Notice> TellAsync(Notice notice, Actor reader, CancellationToken token) => (await TellAsync([notice], reader, token))[0];

    /// <summary>The notices with their subjects, a few queries for all of them.</summary>
    public async Task<IReadOnlyList<Notice>> TellAsync(IReadOnlyList<Notice> notices, Actor reader, CancellationToken token)
    {
        var (asked, arms, sent) = (Ids(notices, "trace_request"), Ids(notices, "firearm"), Ids(notices, "exchange_document"));
        var requestOf = sent.Count > 0 && reader.Roles.Overlaps(AccessPolicy.ReadExchange.Roles)
            ? await outbox.RequestsOfAsync(sent, token)
            : ReadOnlyDictionary<Guid, Guid>.Empty;
        var names = await requests.OfAsync([.. asked.Concat(requestOf.Values).Distinct()], reader, token);
        var firearms = arms.Count > 0 && reader.Roles.Overlaps(AccessPolicy.ReadFirearms.Roles)
            ? await session.LoadManyAsync<FirearmDetails>(token, [.. arms])
            : [];
        return [.. notices.Select(notice => notice with { About = Subject(notice.Resource) })];

        NoticeSubject? Subject(NoticeResource resource)
        {
            if (resource.Id is not { } id)
                return null;
            if (firearms.FirstOrDefault(firearm => firearm.Id == id) is { } arm)
                return new NoticeSubject(null, null, Name(arm), null, null);
            return names.GetValueOrDefault(requestOf.GetValueOrDefault(id, id)) is { } name
                ? new NoticeSubject(name.CaseReference, name.PartnerReference, name.Arm, name.Country, name.DueAt)
                : null;
        }
    }

    private static IReadOnlyList<Guid> Ids(IReadOnlyList<Notice> notices, string kind) =>
        [.. notices.Where(notice => notice.Resource.Kind == kind).Select(notice => notice.Resource.Id).OfType<Guid>().Distinct()];

    private static ArmName Name(FirearmDetails arm)
    {
        var marks = arm.Marks.Where(mark => !mark.Voided).Select(mark => mark.Mark).ToList();
        return new ArmName(ItemKind.Firearm, arm.Description.Type, null, arm.Description.Maker, arm.Description.Model, arm.Description.Calibre,
            (marks.Find(mark => mark.Kind == MarkKind.Manufacture) ?? marks.FirstOrDefault())?.Text);
    }
}
