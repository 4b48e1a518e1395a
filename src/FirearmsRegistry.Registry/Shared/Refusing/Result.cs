using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Registry.Shared.Refusing;

/// <summary>A value, or the <see cref="Refusal"/> that stands in its place.</summary>
/// <typeparam name="T">What a decision gives when it does not refuse.</typeparam>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The refusal, or null where there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: ask <see cref="Refused"/> first.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Name}.");

    /// <summary>Whether it was refused, with the refusal or the value.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [MaybeNullWhen(true)] out T value)
    {
        (refusal, value) = (Refusal, _value);
        return refusal is not null;
    }

    internal static Result<T> From(T value) => new(value, null);

    /// <summary>The same refusal, or what <paramref name="next"/> makes of the value.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> next) => Refusal is null ? next(_value!) : Refusal;

    /// <summary>The same refusal, or the result of the next step.</summary>
    public Result<TNext> Bind<TNext>(Func<T, Result<TNext>> next) => Refusal is null ? next(_value!) : Refusal;

    /// <summary>A value is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Decisions return either a value or a refusal; a named method would be noise.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Decisions return either a value or a refusal; a named method would be noise.")]
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Makes results where an interface type keeps the implicit conversion from applying.</summary>
public static class Result
{
    /// <summary>A result that holds the value.</summary>
    public static Result<T> Of<T>(T value) => Result<T>.From(value);
}
