using System.CommandLine;
using FirearmsRegistry.MarkingDemo;

namespace FirearmsRegistry.EndToEnd.Tests.Demo;

public sealed class MarkingDemoTests
{
    [Fact]
    public async Task Network_and_power_are_cut_and_every_arm_ends_verified_or_in_quarantine()
    {
        var folder = Directory.CreateTempSubdirectory("marking-demo-");
        await using var output = new StringWriter();

        var code = await MarkingDemoCommand.Create()
            .Parse(["--orders", "4", "--cut-network-after", "1", "--cut-power-after", "2", "--folder", folder.FullName])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken);
        var told = output.ToString();

        Assert.True(code == 0, told);
        Assert.Equal(3, told.Split('\n').Count(line => line.Contains(" verified ", StringComparison.Ordinal)));
        Assert.Equal(1, told.Split('\n').Count(line => line.Contains(" unknown_mark_state ", StringComparison.Ordinal)));
        Assert.Contains("The network is cut after order 1.", told, StringComparison.Ordinal);
        Assert.Contains("a person must look at these arms", told, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(folder.FullName, "pictures"), "000?.png").Length);
        folder.Delete(recursive: true);
    }
}
