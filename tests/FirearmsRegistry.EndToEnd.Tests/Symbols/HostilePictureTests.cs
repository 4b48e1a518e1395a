using System.Collections.Concurrent;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

public sealed class HostilePictureTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Mutants = 600;
    private const int Seed = 3;

    /// <summary>The engine itself is given 5,000 of them in its own tests; here it is the server's answers that count.</summary>
    [Fact]
    public async Task Pictures_with_random_bytes_changed_are_read_or_refused_by_a_problem_document_and_the_server_goes_on()
    {
        var client = host.ClientAs(Role.Registrar);
        var good = await client.PictureOfAsync(SymbolCalls.Symbol("data_matrix", "STILL THERE"));
        var random = new Random(Seed);
        var mutants = Enumerable.Range(0, Mutants).Select(_ => Mutate(good, random)).ToList();
        var answers = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (mutant, _) =>
            {
                var answer = await client.ReadPictureAsync(mutant);
                answers.AddOrUpdate(answer.Status == 200 ? "read" : $"{answer.Status} {answer.Problem} {answer.MediaType}", 1, (_, count) => count + 1);
            });
        var after = SymbolCalls.OnlyCode(await client.ReadPictureAsync(good));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", answers.Select(each => $"{each.Value} {each.Key}")));
        Assert.All(answers.Keys, answer => Assert.True(
            answer == "read" || (answer[0] == '4' && answer.EndsWith("application/problem+json", StringComparison.Ordinal)), answer));
        Assert.Equal("STILL THERE", after["text"]!.GetValue<string>());
    }

    private static byte[] Mutate(byte[] picture, Random random)
    {
        byte[] mutant = [.. picture];
        for (var changes = random.Next(1, 8); changes > 0; changes--)
            mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? mutant[..random.Next(mutant.Length)] : mutant;
    }
}
