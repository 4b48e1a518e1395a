using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Tests.Choosing;

public class MachineDriversTests
{
    [Fact]
    public void All_drivers_are_known_by_name() =>
        Assert.Equal(["engraving-file", "ezcad-bridge", "panasonic-lp", "technifor", "telesis-extended"], MachineDrivers.Names);

    [Theory]
    [InlineData("technifor", "tcp://192.0.2.1:55555", "", "")]
    [InlineData("technifor", "serial:/dev/ttyS0", "baud-rate", "9600")]
    [InlineData("panasonic-lp", "serial:/dev/ttyS0", "parity", "even")]
    [InlineData("telesis-extended", "serial:COM3", "station", "7")]
    [InlineData("ezcad-bridge", "tcp://[::1]:2000", "quiet-ms", "50")]
    [InlineData("engraving-file", "file:/tmp", "format", "hpgl")]
    public async Task A_driver_is_made_from_settings(string driver, string address, string option, string value)
    {
        await using var made = Create(driver, address, option, value);
        Assert.Equal(MachineState.Offline, made.State);
    }

    [Theory]
    [InlineData("keyence", "tcp://192.0.2.1:50002", "", "")]
    [InlineData("technifor", "192.0.2.1:55555", "", "")]
    [InlineData("technifor", "tcp://192.0.2.1", "", "")]
    [InlineData("technifor", "tcp://192.0.2.1:99999", "", "")]
    [InlineData("technifor", "tcp://192.0.2.1:55555", "frameing", "uc500")]
    [InlineData("technifor", "tcp://192.0.2.1:55555", "framing", "UC500")]
    [InlineData("technifor", "tcp://192.0.2.1:55555", "baud-rate", "9600")]
    [InlineData("panasonic-lp", "serial:/dev/ttyS0", "baud-rate", "fast")]
    [InlineData("panasonic-lp", "serial:/dev/ttyS0", "checksum", "yes")]
    [InlineData("engraving-file", "tcp://192.0.2.1:1", "", "")]
    [InlineData("engraving-file", "file:/tmp", "format", "pdf")]
    [InlineData("engraving-file", "file:/tmp", "depth-mm", "-1")]
    public void A_wrong_setting_is_refused(string driver, string address, string option, string value) =>
        Assert.Equal("bad-setting", Assert.Throws<MachineRefusedException>(() => Create(driver, address, option, value)).Refusal.Name);

    private static IMachineDriver Create(string driver, string address, string option, string value) => MachineDrivers.Create(
        new MachineSettings
        {
            Driver = driver,
            Address = address,
            Options = option.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { [option] = value },
        },
        TimeProvider.System, new FrameList());
}
