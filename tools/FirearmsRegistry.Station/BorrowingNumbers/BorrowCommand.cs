using System.CommandLine;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.BorrowingNumbers;

/// <summary><c>borrow-numbers</c>: borrows national numbers for orders without a network.</summary>
internal static class BorrowCommand
{
    public static Command Create()
    {
        var series = new Option<Guid>("--series") { Description = "The number series.", HelpName = "ID", Required = true };
        var count = new Option<int>("--count") { Description = "How many.", HelpName = "N", Required = true };
        return new Command("borrow-numbers", "Borrows the next numbers of a series, for orders without a network.") { series, count }
            .Doing(async (parsed, output, token) =>
            {
                using var session = parsed.Session(output);
                await using var station = session.Unlock(parsed.Pin(output), new SimulatedOperator());
                foreach (var number in await station.Numbers.BorrowAsync(parsed.GetValue(series), parsed.GetValue(count), token))
                    await output.WriteLineAsync(number);
                return 0;
            });
    }
}
