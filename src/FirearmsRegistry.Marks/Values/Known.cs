using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Values;

/// <summary>Which of three things is said about a value.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum Knowledge
{
    /// <summary>There is a value and it is known.</summary>
    Known = 1,

    /// <summary>It is known that there is no value.</summary>
    None = 2,

    /// <summary>It is not known whether there is a value, or which.</summary>
    Unknown = 3,
}

/// <summary>
/// A value that is known, known not to exist, or unknown. On the wire <c>{"is":"known","value":…}</c>, <c>{"is":"none"}</c> or
/// <c>{"is":"unknown"}</c>; a missing or additional member is an error.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A <c>default</c> instance says nothing, as after a missing member that nobody required: <see cref="Is"/> throws, and it cannot be written.
/// </remarks>
[JsonConverter(typeof(KnownJsonConverterFactory))]
public readonly record struct Known<T>
    where T : notnull
{
    private readonly Knowledge _is;
    private readonly T? _value;

    internal Known(Knowledge knowledge, T? value)
    {
        _is = knowledge;
        _value = value;
    }

    /// <summary>It is known that there is none.</summary>
    public static Known<T> None { get; } = new(Knowledge.None, default);

    /// <summary>Nothing is known.</summary>
    public static Known<T> Unknown { get; } = new(Knowledge.Unknown, default);

    /// <summary>Which of the three is said.</summary>
    /// <exception cref="InvalidOperationException">Nothing was said.</exception>
    public Knowledge Is => _is == default
        ? throw new InvalidOperationException("A three-state value was used that says nothing: known, none and unknown are all statements.")
        : _is;

    /// <summary>Whether one of the three is said at all; false for a <c>default</c> instance.</summary>
    public bool IsStated => _is != default;

    /// <summary>A value that is known.</summary>
    public static Known<T> Of(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Knowledge.Known, value);
    }

    /// <summary>Gives the value if there is one that is known.</summary>
    /// <exception cref="InvalidOperationException">Nothing was said.</exception>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return Is == Knowledge.Known && value is not null;
    }

    /// <summary>Continues with the value if it is known, else with one of the other two statements.</summary>
    /// <exception cref="InvalidOperationException">Nothing was said.</exception>
    public TResult Match<TResult>(Func<T, TResult> known, Func<TResult> none, Func<TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(none);
        ArgumentNullException.ThrowIfNull(unknown);
        return TryGet(out var value) ? known(value) : Is == Knowledge.None ? none() : unknown();
    }

    /// <summary>The value, or the code of what is said instead; for logs and tests.</summary>
    public override string ToString() => !IsStated ? "" : TryGet(out var value) ? value.ToString() ?? "" : Codes.Codes.Of(Is);
}

/// <summary>Makes three-state values without naming their type.</summary>
public static class Known
{
    /// <summary>A value that is known.</summary>
    public static Known<T> Of<T>(T value)
        where T : notnull =>
        Known<T>.Of(value);
}
