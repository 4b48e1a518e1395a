using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed class DemoPeopleTests(TestDatabases databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_s_people_sign_in_with_what_stands_in_the_owner_s_file_which_stays_while_it_fits()
    {
        await using var host = await SignInHost.StartAsync(await databases.CreateAsync("access"), TimeProvider.System, Cancellation);
        var folder = Directory.CreateTempSubdirectory("demo-people-");
        var path = Path.Combine(folder.FullName, "people.txt");

        await WriteAsync(host, path);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        var written = await File.ReadAllTextAsync(path, Cancellation);
        await WriteAsync(host, path);
        Assert.Equal(written, await File.ReadAllTextAsync(path, Cancellation));

        var fields = written.Split('\n').Single(line => line.StartsWith("auditor\t", StringComparison.Ordinal)).Split('\t');
        using var browser = new Browser(host.Address);
        await browser.OpenAsync("/account/sign-in", Cancellation);
        await browser.SubmitAsync(Cancellation, ("name", fields[1]), ("password", fields[2]));
        await browser.SubmitAsync(Cancellation, ("code", Authenticator.CodeNow(fields[3])));
        Assert.Contains("You are signed in as demo-auditor", browser.Html, StringComparison.Ordinal);

        File.Delete(path);
        await WriteAsync(host, path);
        Assert.NotEqual(written, await File.ReadAllTextAsync(path, Cancellation));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_that_others_can_reach_gives_the_demo_s_people_no_passwords()
    {
        await using var host = await SignInHost.StartAsync(
            await databases.CreateAsync("access"), TimeProvider.System, Cancellation, ("Authentication:Issuer", "https://registry.example/"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(host, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
    }

    private static async Task WriteAsync(SignInHost host, string path)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoPeople>().WriteAsync(path, Cancellation);
    }
}
