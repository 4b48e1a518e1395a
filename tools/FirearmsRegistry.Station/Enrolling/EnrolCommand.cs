using System.CommandLine;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Station.Enrolling;

/// <summary><c>enrol</c>: a person gets a key of his own at the station, and the registry learns its public half.</summary>
internal static class EnrolCommand
{
    public static Command Create()
    {
        var replace = new Option<bool>("--replace") { Description = "Makes a new key although you have one, as when its PIN was forgotten; an administrator revokes the old one." };
        return new Command("enrol", "Makes the key with which you sign the station's log; your PIN unlocks it. Needs a network.") { replace }
            .Doing(async (parsed, output, token) =>
            {
                using var session = parsed.Session(output);
                using var locked = session.Folder.Lock();
                var person = session.Tokens.Subject;
                if (KeyFiles.HasOperator(session.Folder, person) && !parsed.GetValue(replace))
                    throw new StationException("You have a key at this station; --replace makes a new one.");
                var pin = KeyFiles.Checked(parsed.Pin(output));
                var path = $"api/v1/stations/{session.Settings.StationId}";
                var version = (await session.Api.GetAsync(path, token)).OrThrow("The station cannot be read").Version;
                using var key = KeyFiles.New();
                (await session.Api.PostAsync($"{path}/operator-keys", new JsonObject { ["publicKey"] = SigningKey.Of(key).ToString() }, version,
                    Guid.CreateVersion7(), token)).OrThrow("The key was not enrolled");
                // Kept last: a key that the registry does not know signs nothing that it would take.
                KeyFiles.KeepOperator(session.Folder, person, key, pin);
                await output.WriteLineAsync("Enrolled.");
                return 0;
            });
    }
}
