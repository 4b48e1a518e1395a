using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Vintages.Publishing;
using FirearmsRegistry.Web.Figures.Vintages;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class FindingReasonsTests
{
    private static readonly YearFinding First = Finding(2019, "5.1 line 1");

    private static readonly YearFinding Second = Finding(2020, "5.1 line 1");

    private readonly Form _form = new("publish");

    [Fact]
    public void A_reason_of_a_draft_goes_with_its_finding_however_many_stand_before_it()
    {
        _form[FindingReasons.At(Second)] = " The source says so. ";

        var alone = FindingReasons.Body([Second], _form)["reasons"]![0]!;
        var after = FindingReasons.Body([First, Second], _form)["reasons"]!.AsArray();

        Assert.Equal("The source says so.", alone["reason"]!.GetValue<string>());
        Assert.Equal(["", "The source says so."], after.Select(reason => reason!["reason"]!.GetValue<string>()));
        Assert.Equal(["detail_against_total/5.1 line 1"], after.Select(reason => reason!["finding"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public void A_refusal_stands_under_the_finding_of_the_number_that_it_names()
    {
        InputError reason = new("/reasons/1/reason", "", "This member is required."), all = new("/reasons", null, "A finding has one reason.");

        var placed = FindingReasons.Placed(new Problem("invalid-input", 400, "", null, [reason, all], []), [First, Second])!;

        Assert.Equal([FindingReasons.At(Second), "/reasons"], placed.Errors.Select(error => error.Pointer));
        Assert.DoesNotContain(' ', FindingReasons.At(Second));
    }

    private static YearFinding Finding(int year, string where) => new(year, new CheckFinding(CheckKind.DetailAgainstTotal, where, "", "", []));
}
