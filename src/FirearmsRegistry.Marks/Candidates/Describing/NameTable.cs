namespace FirearmsRegistry.Marks.Candidates.Describing;

/// <summary>Names of one kind as small numbers; zero stands for none.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [""];

    public int Count => _names.Count;

    public int NumberOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return 0;
        if (_numbers.TryGetValue(name, out var number))
            return number;
        _numbers.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    public string? NameOf(int number) => number == 0 ? null : _names[number];
}
