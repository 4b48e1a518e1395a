using System.CommandLine;
using FirearmsRegistry.MarkingDemo.Running;

namespace FirearmsRegistry.MarkingDemo;

/// <summary>The command line: starts a server, a simulated machine and a station, and brings orders from the register to the metal and back.</summary>
internal static class MarkingDemoCommand
{
    public static Task<int> Main(string[] args) => Create().Parse(args).InvokeAsync();

    public static RootCommand Create()
    {
        var orders = new Option<int>("--orders") { Description = "How many arms are marked; 10 by default.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var network = new Option<int?>("--cut-network-after") { Description = "After which order the network is cut.", HelpName = "N" };
        var power = new Option<int?>("--cut-power-after") { Description = "After which order the power of station and machine is cut, just when the next one was started.", HelpName = "N" };
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where pictures and the station's folder are left; what a run before left there is removed.",
            HelpName = "DIRECTORY",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "marking-demo")),
        };
        var command = new RootCommand("Ten orders from the register to the metal and back.") { orders, network, power, folder };
        command.SetAction((parsed, token) => new MarkingScript(
            parsed.GetValue(orders), parsed.GetValue(network), parsed.GetValue(power), parsed.GetValue(folder)!.FullName, parsed.InvocationConfiguration.Output)
            .RunAsync(token));
        return command;
    }
}
