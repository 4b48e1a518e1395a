using System.CommandLine;

namespace FirearmsRegistry.Station.SigningIn;

/// <summary><c>sign-in</c>: a person lets the program work in his name.</summary>
internal static class SignInCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--token-file") { Description = "A file with an access token that was got by other means, such as the demo's.", HelpName = "FILE" };
        return new Command("sign-in", "Signs a person in: shows a code, which the person types in a browser.") { file }.Doing(async (parsed, output, token) =>
        {
            using var session = parsed.Session(output);
            session.Tokens.Save(parsed.GetValue(file) is { } given
                ? DeviceSignIn.Of((await File.ReadAllTextAsync(given.FullName, token)).Trim(), null)
                : await session.SignIn.SignInAsync(output, token));
            await output.WriteLineAsync($"Signed in as {session.Tokens.Subject}.");
            return 0;
        });
    }
}
