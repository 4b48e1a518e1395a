using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Web.Notices;

namespace FirearmsRegistry.Web.Tests.Notices;

public sealed class NoticeAddressTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    public static TheoryData<NoticeResource, string> Records => new()
    {
        { NoticeResource.Firearm(Id), $"/firearms/{Id}" },
        { NoticeResource.TraceRequest(Id), $"/trace-requests/{Id}" },
        { NoticeResource.Webhook(Id), $"/administering/webhooks/{Id}" },
        { NoticeResource.ExchangeDocument(Id), "/outbox" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_record_of_a_notice_has_a_page(NoticeResource resource, string address)
    {
        Assert.Equal(address, NoticeAddress.Of(resource));
        Assert.True(PagesModules.HasPage(address));
    }

    [Fact]
    public void What_is_no_record_of_this_registry_has_none() => Assert.Null(NoticeAddress.Of(new NoticeResource("firearm", "https://elsewhere.example/firearms/1")));
}
