using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Symbols.Refusing;

/// <summary>A value or the reason why there is none.</summary>
/// <typeparam name="T">Of the value.</typeparam>
public sealed class SymbolResult<T>
    where T : class
{
    private readonly T? _value;
    private readonly SymbolRefusal? _refusal;

    private SymbolResult(T? value, SymbolRefusal? refusal) => (_value, _refusal) = (value, refusal);

    /// <summary>A value.</summary>
    public static implicit operator SymbolResult<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator SymbolResult<T>(SymbolRefusal refusal) => new(null, refusal);

    /// <summary>Whether there is a value; otherwise there is a refusal.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out SymbolRefusal? refusal)
    {
        (value, refusal) = (_value, _refusal);
        return value is not null;
    }

    /// <summary>The value, where only a program's fault could have led to a refusal.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T GetOrThrow() => _value ?? throw new InvalidOperationException(_refusal!.Message);
}
