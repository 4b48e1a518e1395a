using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers.Voiding;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

public sealed class VoidingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly NumberScenario _numbers = new(host);

    [Fact]
    public async Task A_void_number_keeps_its_reason_and_is_never_issued_again()
    {
        var series = await _numbers.OpenAsync("A");
        var number = (await _numbers.NumbersAsync(series, 1))[0];

        var answer = (await _numbers.VoidAsync(series, number, "The plate broke.", 1)).Expect(200);
        var read = (await _numbers.Registrar.GetAsync($"{series}/numbers/{number}", RegistryClient.Reason)).Expect(200);
        var next = (await _numbers.NumbersAsync(series, 1))[0];

        Assert.Equal($"{series}/numbers/{number}", answer.Location);
        Assert.Equal(("\"2\"", "\"2\""), (answer.ETag, read.ETag));
        Assert.Equal("void", read.Body!["state"]!.GetValue<string>());
        Assert.Equal("The plate broke.", read.Body!["reason"]!.GetValue<string>());
        Assert.True(string.CompareOrdinal(number, next) < 0);
    }

    [Fact]
    public async Task A_void_number_cannot_be_voided_again_and_an_old_version_is_refused()
    {
        var series = await _numbers.OpenAsync("B");
        var number = (await _numbers.NumbersAsync(series, 1))[0];
        (await _numbers.VoidAsync(series, number, "The plate broke.", 1)).Expect(200);

        var stale = await _numbers.VoidAsync(series, number, "Again.", 1);
        var again = await _numbers.VoidAsync(series, number, "Again.", 2);

        Assert.Equal((412, "stale-version"), (stale.Status, stale.Problem));
        Assert.Equal((409, "number-void"), (again.Status, again.Problem));
    }

    [Fact]
    public async Task A_number_can_be_named_in_its_printed_form_and_a_wrong_one_is_explained()
    {
        var series = await _numbers.OpenAsync("C");
        var number = (await _numbers.NumbersAsync(series, 1))[0];

        var printed = await _numbers.Registrar.GetAsync(
            $"{series}/numbers/{number[..2]}%20{number[2..4]}%20{number[4..12]}%20{number[12..]}", RegistryClient.Reason);
        var wrong = await _numbers.Registrar.GetAsync($"{series}/numbers/{number[..13]}*", RegistryClient.Reason);
        var never = await _numbers.Registrar.GetAsync($"{series}/numbers/GH26A0000001TG", RegistryClient.Reason);

        Assert.Equal(number, printed.Expect(200).Body!["number"]!.GetValue<string>());
        Assert.Equal((400, "not-a-national-number"), (wrong.Status, wrong.Problem));
        Assert.Equal(404, never.Status);
    }

    [Fact]
    public async Task A_marking_operator_may_issue_but_not_void()
    {
        var series = await _numbers.OpenAsync("D");
        var number = (await _numbers.NumbersAsync(series, 1))[0];

        var answer = await host.ClientAs(Role.MarkingOperator).PostAsync(
            $"{series}/numbers/{number}/voids",
            new VoidNumberEndpoint.VoidNumberRequest(FirearmsRegistry.Registry.Shared.Texts.Note.Parse("No.").GetOrThrow()), 1);

        Assert.Equal(403, answer.Status);
    }
}
