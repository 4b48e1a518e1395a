using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Web.Tracing.Crossing;

namespace FirearmsRegistry.Web.Tests.Tracing;

public sealed class GoAbroadTests
{
    private static readonly CountryCode Portugal = CountryCode.Parse("PRT").GetOrThrow();

    private static readonly CountryCode France = CountryCode.Parse("FRA").GetOrThrow();

    [Fact]
    public void An_exported_arm_leads_to_the_State_that_has_it_until_that_one_is_asked()
    {
        Assert.Equal(Portugal, GoAbroad.NextOf(Request()));
        Assert.Equal(Portugal, GoAbroad.NextOf(Request(new OnwardLink(Guid.CreateVersion7(), France))));
        Assert.Null(GoAbroad.NextOf(Request(new OnwardLink(Guid.CreateVersion7(), Portugal))));
        Assert.Null(GoAbroad.NextOf(new TraceRequestDetails()));
    }

    private static TraceRequestDetails Request(params OnwardLink[] onward) => new()
    {
        LastLegalRecord = new LastLegalRecord(Guid.CreateVersion7(), HopKind.Export, Known<PartialDate>.Unknown, null, Known<Guid>.Unknown, false, Portugal),
        OnwardRequests = [.. onward],
    };
}
