namespace FirearmsRegistry.Station.ReadingBack;

/// <summary>The person at the keyboard.</summary>
internal sealed class KeyboardOperator(TextReader input, TextWriter output) : IOperator
{
    public async Task<string?> KeyTextAsync(Picture picture, CancellationToken token)
    {
        await output.WriteAsync("Key the text as it stands on the metal: ".AsMemory(), token);
        await output.FlushAsync(token);
        var keyed = await input.ReadLineAsync(token);
        return string.IsNullOrWhiteSpace(keyed) ? null : keyed.Trim();
    }
}

/// <summary>For trials with the simulator, which leaves the text that it cut beside each picture.</summary>
internal sealed class SimulatedOperator : IOperator
{
    public async Task<string?> KeyTextAsync(Picture picture, CancellationToken token)
    {
        var beside = Path.ChangeExtension(picture.Name, ".txt");
        return File.Exists(beside) ? (await File.ReadAllLinesAsync(beside, token)).FirstOrDefault() : null;
    }
}
