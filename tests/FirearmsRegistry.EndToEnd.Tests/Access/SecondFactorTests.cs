using System.Text.RegularExpressions;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed partial class SecondFactorTests(TestDatabases databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screen_left_unlocked_makes_no_new_way_in_until_its_person_has_signed_in_again()
    {
        var time = new AdjustableTime();
        await using var host = await SignInHost.StartAsync(await databases.CreateAsync("access"), time, Cancellation);
        var folder = Directory.CreateTempSubdirectory("second-factor-");
        using var browser = await People.FirstAdministratorAsync(host, folder.FullName);
        await People.EnrolAsync(browser);

        await PostAsync(browser, "/account/recovery-codes");
        Assert.Contains("class=\"codes\"", browser.Html, StringComparison.Ordinal);

        time.Advance(TimeSpan.FromMinutes(11));
        await PostAsync(browser, "/account/recovery-codes");
        Assert.DoesNotContain("class=\"codes\"", browser.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", browser.Html, StringComparison.Ordinal);
        await PostAsync(browser, "/account/passkeys/creation-challenges");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, browser.Status);
        folder.Delete(recursive: true);
    }

    private static async Task PostAsync(Browser browser, string address)
    {
        await browser.OpenAsync("/account", Cancellation);
        await browser.ForgeAsync(address, Cancellation, ("__RequestVerificationToken", Token().Match(browser.Html).Groups[1].Value));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
