using System.CommandLine;
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
        var symbol = new Option<string?>("--symbol-place") { Description = "The place whose text is cut as a Data Matrix, as the machine names it; none by default.", HelpName = "NAME" };
        var shots = new Option<int>("--shots") { Description = "Pictures of a cut at the most: another one as long as its symbol cannot be read.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new RootCommand("A marking machine without metal.") { protocol, port, serial, checksum, pictures, symbol, shots, fault, moment, code };
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
            if (parsed.GetValue(pictures) is { } folder)
            {
                using var camera = new SimulatedCamera(folder.FullName, parsed.GetValue(symbol), parsed.GetValue(shots));
                await camera.KeepPicturesAsync(simulator, cancellation);
            }
            else
            {
                await UntilInterruptedAsync(cancellation);
            }

            return 0;
        });
        return command;
    }

    private static async Task UntilInterruptedAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The machine is switched off.
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
