using System.Collections.Concurrent;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Symbols.Tests.Pictures;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

public sealed class HostilePictureTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Mutants = 600;
    private const int Seed = 3;

    /// <summary>The engine itself is given 5,000 of them in its own tests; here it is the server's answers that count.</summary>
    [Fact]
    public async Task Pictures_with_random_bytes_changed_are_read_or_refused_by_a_problem_document_and_the_server_goes_on()
    {
        var random = new Random(Seed);
        byte[][] originals =
        [
            await host.ClientAs(Role.Registrar).PictureOfAsync(SymbolCalls.Symbol("data_matrix", "MUTANT")),
            await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Symbols", "label.jpg"), TestContext.Current.CancellationToken),
        ];

        var answers = await AnswersAsync(Enumerable.Range(0, Mutants).Select(number => Mutate(originals[number % originals.Length], random)));

        Assert.Contains("read", answers.Keys);
        Assert.All(answers.Keys, answer => Assert.True(answer == "read" || IsRefusal(answer), answer));
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_gigabytes_is_a_refusal_and_the_server_goes_on()
    {
        var bomb = HostilePng.Bomb();
        var answers = await AnswersAsync(Enumerable.Repeat(bomb, 4));

        Assert.InRange(bomb.Length, 0, 15_000_000);
        Assert.All(answers.Keys, answer => Assert.True(IsRefusal(answer), answer));
    }

    [Fact]
    public async Task Random_bytes_are_no_picture()
    {
        var random = new Random(Seed);

        var answers = await AnswersAsync(Enumerable.Range(0, 200).Select(_ =>
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            return bytes;
        }));

        Assert.Equal(["415 not-a-picture application/problem+json"], answers.Keys);
    }

    /// <summary>How often each answer came; and the server still reads a picture afterwards.</summary>
    private async Task<IReadOnlyDictionary<string, int>> AnswersAsync(IEnumerable<byte[]> pictures)
    {
        var client = host.ClientAs(Role.Registrar);
        var answers = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(pictures.ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (picture, _) =>
            {
                var answer = await client.ReadPictureAsync(picture);
                answers.AddOrUpdate(answer.Status == 200 ? "read" : $"{answer.Status} {answer.Problem} {answer.MediaType}", 1, (_, count) => count + 1);
            });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", answers.Select(each => $"{each.Value} {each.Key}")));
        var good = await client.PictureOfAsync(SymbolCalls.Symbol("data_matrix", "STILL THERE"));
        Assert.Equal("STILL THERE", SymbolCalls.OnlyCode(await client.ReadPictureAsync(good))["text"]!.GetValue<string>());
        return answers;
    }

    private static bool IsRefusal(string answer) => answer[0] == '4' && answer.EndsWith(" application/problem+json", StringComparison.Ordinal);

    private static byte[] Mutate(byte[] picture, Random random)
    {
        byte[] mutant = [.. picture];
        for (var changes = random.Next(1, 8); changes > 0; changes--)
            mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? mutant[..random.Next(mutant.Length)] : mutant;
    }
}
