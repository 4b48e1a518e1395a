using FirearmsRegistry.Registry.Firearms.Correcting;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed class RequiredMembersTests
{
    [Fact]
    public void Members_without_a_default_are_required_and_what_stands_below_them_as_well()
    {
        var required = RequiredMembers.In(typeof(RecordSeizureEndpoint.RecordSeizureRequest));

        Assert.Superset(new HashSet<string> { "/circumstances/place", "/circumstances/caseReference", "/circumstances/route/departure" }, required.ToHashSet());
        Assert.DoesNotContain("/id", required);
    }

    [Fact]
    public void A_member_that_may_be_left_out_takes_with_it_what_stands_below_it()
    {
        var required = RequiredMembers.In(typeof(CorrectFirearmEndpoint.CorrectFirearmRequest));

        Assert.Equal(["/reason"], required);
    }

    [Fact]
    public void A_value_of_one_line_has_no_members()
    {
        var required = RequiredMembers.In(typeof(RegisterPartyEndpoint.RegisterPartyRequest));

        Assert.Equal(["/address", "/category", "/country", "/dateOfBirth", "/identityDocument", "/kind", "/name"], required.Order(StringComparer.Ordinal));
    }
}
