using System.CommandLine;
using System.Text.Json;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Enrolling;

namespace FirearmsRegistry.Station.Configuring;

/// <summary><c>init</c>: makes the station's folder, its settings and its key.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var registry = new Option<string>("--registry") { Description = "The registry's address.", HelpName = "URL", Required = true };
        var station = new Option<Guid>("--station") { Description = "The station's id at the registry.", HelpName = "ID", Required = true };
        var driver = new Option<string>("--driver") { Description = "The marking machine's driver.", Required = true };
        driver.AcceptOnlyFromAmong([.. MachineDrivers.Names]);
        var address = new Option<string>("--address") { Description = "Where the machine is: tcp://host:port, serial:device or file:/folder.", Required = true };
        var text = new Option<string>("--text-place") { Description = "The place of the layout that takes the text.", HelpName = "NAME", Required = true };
        var symbol = new Option<string?>("--symbol-place") { Description = "The place that takes the symbol's payload.", HelpName = "NAME" };
        var pictures = new Option<DirectoryInfo>("--pictures") { Description = "The folder into which the camera puts its pictures.", Required = true };
        var wait = new Option<int>("--picture-wait") { Description = "How many seconds the station waits for a picture after a mark.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        var option = new Option<string[]>("--option") { Description = "An option of the driver.", HelpName = "NAME=VALUE" };
        return new Command("init", "Makes the station's folder, its settings and its key, and shows the key that an administrator makes known.")
        {
            registry, station, driver, address, text, symbol, pictures, wait, option,
        }.Doing(async (parsed, output, token) =>
        {
            var folder = new StationFolder(parsed.GetValue(StationCommand.Folder)!.FullName);
            if (File.Exists(folder.Settings))
                throw new StationException("This folder has settings already.");
            folder.Make();
            var settings = new StationSettings(AddressOf(parsed.GetRequiredValue(registry)), parsed.GetValue(station),
                new MachineSettings
                {
                    Driver = parsed.GetRequiredValue(driver),
                    Address = parsed.GetRequiredValue(address),
                    Options = Options(parsed.GetValue(option) ?? []),
                },
                parsed.GetRequiredValue(text), parsed.GetValue(symbol), parsed.GetRequiredValue(pictures).FullName, parsed.GetValue(wait));
            StationFolder.WritePrivate(folder.Settings, JsonSerializer.Serialize(settings, StationSettings.Json));
            using var key = KeyFiles.Station(folder);
            await output.WriteLineAsync(SigningKey.Of(key).ToString().AsMemory(), token);
            return 0;
        });
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && address.Scheme == Uri.UriSchemeHttp))
            ? address
            : throw new StationException("The registry's address is an https address; http only on this machine.");

    private static Dictionary<string, string> Options(IEnumerable<string> given) => given.Select(one => one.Split('=', 2)).ToDictionary(
        one => one[0], one => one.Length == 2 ? one[1] : throw new StationException($"--option {one[0]} needs a value: NAME=VALUE."), StringComparer.Ordinal);
}
