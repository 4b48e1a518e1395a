using System.CommandLine;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Station.Enrolling;

/// <summary><c>enrol</c>: a person gets a key of his own at the station, and the registry learns its public half.</summary>
internal static class EnrolCommand
{
    public static Command Create() => new Command("enrol", "Makes the key with which you sign the station's log; your PIN unlocks it. Needs a network.")
        .Doing(async (parsed, output, token) =>
        {
            using var session = parsed.Session(output);
            using var locked = session.Folder.Lock();
            var person = session.Tokens.Subject;
            var path = $"api/v1/stations/{session.Settings.StationId}";
            var version = (await session.Api.GetAsync(path, token)).OrThrow("The station cannot be read").Version;
            using var key = KeyFiles.NewOperator(session.Folder, person, parsed.Pin(output));
            try
            {
                (await session.Api.PostAsync($"{path}/operator-keys", new JsonObject { ["publicKey"] = SigningKey.Of(key).ToString() }, version,
                    Guid.CreateVersion7(), token)).OrThrow("The key was not enrolled");
            }
            catch
            {
                // A key that the registry does not know signs nothing that it would take.
                File.Delete(session.Folder.OperatorKey(person));
                throw;
            }

            await output.WriteLineAsync("Enrolled.");
            return 0;
        });
}
