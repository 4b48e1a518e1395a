using System.CommandLine;
using System.Globalization;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.MachineSimulator;

/// <summary>The command line: starts one machine, prints its address, leaves a picture of each cut until it is interrupted.</summary>
internal static class SimulatorCommand
{
    public static RootCommand Create()
    {
        var protocol = Choice<SimulatedProtocol>("--protocol", "Which machine");
        protocol.Required = true;
        var fault = Choice<FaultKind>("--fault", "What goes wrong, once");
        var moment = Choice<FaultMoment>("--at", "At which answer it goes wrong");
        var code = new Option<string>("--code") { Description = "The error code for --fault error_code, as the protocol writes it.", DefaultValueFactory = _ => "" };
        var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1; a free one by default." };
        var serial = new Option<bool>("--serial") { Description = "At the end of a pseudo-terminal instead of TCP." };
        var checksum = new Option<bool>("--checksum") { Description = "Frames carry check characters (Panasonic, Telesis)." };
        var pictures = new Option<DirectoryInfo?>("--pictures") { Description = "Folder for a PNG of each cut." };
        var command = new RootCommand("A marking machine without metal.") { protocol, port, serial, checksum, pictures, fault, moment, code };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var simulator = Simulator.Start(new SimulatorOptions(Of<SimulatedProtocol>(parsed.GetValue(protocol)))
            {
                Port = parsed.GetValue(port),
                OnSerialLine = parsed.GetValue(serial),
                Checksum = parsed.GetValue(checksum),
            });
            if (parsed.GetValue(fault) is { } kind)
                simulator.Arm(new MachineFault(Of<FaultKind>(kind), Of<FaultMoment>(parsed.GetValue(moment)), parsed.GetValue(code) ?? ""));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(simulator.Address);
            await KeepPicturesAsync(simulator, parsed.GetValue(pictures), cancellation);
            return 0;
        });
        return command;
    }

    private static async Task KeepPicturesAsync(Simulator simulator, DirectoryInfo? folder, CancellationToken cancellation)
    {
        try
        {
            for (var drawn = 0; ; drawn++)
            {
                await simulator.WaitUntilAsync(machine => machine.Cuts.Count > drawn, cancellation);
                if (folder is null)
                    continue;
                folder.Create();
                var file = Path.Combine(folder.FullName, drawn.ToString("0000", CultureInfo.InvariantCulture) + ".png");
                await File.WriteAllBytesAsync(file, DotPeenPicture.Draw(simulator.Cuts[drawn], new PictureOptions { Seed = drawn }), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the machine is switched off.
        }
    }

    private static Option<string> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", Codes.All<T>())}." };
        option.AcceptOnlyFromAmong([.. Codes.All<T>()]);
        return option;
    }

    private static T Of<T>(string? code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : default;
}
