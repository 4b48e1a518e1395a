using System.Text.Json.Nodes;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.BorrowingNumbers;

/// <summary>The national numbers that were lent to the station, for orders without a network.</summary>
internal sealed class LentNumberStock(RegistryApi api, LogFile file, Guid station)
{
    /// <summary>Borrows the next numbers of a series.</summary>
    /// <returns>The numbers.</returns>
    public async Task<IReadOnlyList<string>> BorrowAsync(Guid series, int count, CancellationToken token)
    {
        var version = (await api.GetAsync($"api/v1/stations/{station}", token)).OrThrow("The station cannot be read").Version;
        var loan = new JsonObject { ["seriesId"] = series, ["count"] = count };
        var reply = (await api.PostAsync($"api/v1/stations/{station}/number-blocks", loan, version, Guid.CreateVersion7(), token))
            .OrThrow("No numbers were lent");
        var block = reply.Body.GetProperty("block").GetProperty("blockId").GetString();
        List<string> numbers = [.. reply.Body.GetProperty("out").EnumerateArray().Select(number => number.GetString()!)];
        foreach (var number in numbers)
            file.Write("insert into lent_number (number, block) values ($1, $2)", number, block);
        return numbers;
    }

    /// <summary>The numbers that are neither used in an order nor given back, in order.</summary>
    public IReadOnlyList<(string Number, Guid Block)> Unused()
    {
        var used = file.After(0).Where(entry => entry.Told.Act == Marks.StationLogs.StationAct.Ordered)
            .Select(entry => entry.Told.Body.GetProperty("number").GetString()).ToHashSet();
        return [.. file.Query("select number, block from lent_number where returned = 0 order by number", row => (row.GetString(0), Guid.Parse(row.GetString(1))))
            .Where(lent => !used.Contains(lent.Item1))];
    }

    /// <summary>Gives all unused numbers back.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReturnAsync(CancellationToken token)
    {
        var returned = 0;
        foreach (var block in Unused().GroupBy(lent => lent.Block))
        {
            var version = (await api.GetAsync($"api/v1/stations/{station}", token)).OrThrow("The station cannot be read").Version;
            List<string> numbers = [.. block.Select(lent => lent.Number)];
            var body = new JsonObject { ["unused"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]) };
            (await api.PostAsync($"api/v1/stations/{station}/number-blocks/{block.Key}/returns", body, version, Guid.CreateVersion7(), token))
                .OrThrow("The numbers were not taken back");
            foreach (var number in numbers)
                file.Write("update lent_number set returned = 1 where number = $1", number);
            returned += numbers.Count;
        }

        return returned;
    }
}
