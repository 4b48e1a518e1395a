using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Marks.Parsing;

/// <summary>The outcome of reading a text: a valid value or the <see cref="Fault"/> that kept it from being one.</summary>
/// <typeparam name="T">The type of the value read.</typeparam>
/// <remarks>A <c>default</c> instance was never parsed and counts as a fault.</remarks>
public readonly struct Parsed<T>
    where T : notnull
{
    private static readonly Fault NeverParsed = new("A value must be read before it is used.");

    private readonly bool _isOk;
    private readonly T? _value;
    private readonly Fault? _fault;

    private Parsed(T value)
    {
        _isOk = true;
        _value = value;
        _fault = null;
    }

    private Parsed(Fault fault)
    {
        _isOk = false;
        _value = default;
        _fault = fault;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsOk => _isOk;

    /// <summary>A value that was read well.</summary>
    public static Parsed<T> Ok(T value) => new(value);

    /// <summary>A text that breaks a rule.</summary>
    public static Parsed<T> Fail(Fault fault) => new(fault);

    /// <summary>Lets a parser return the value itself.</summary>
    public static implicit operator Parsed<T>(T value) => Ok(value);

    /// <summary>Lets a parser return the fault itself.</summary>
    public static implicit operator Parsed<T>(Fault fault) => Fail(fault);

    /// <summary>Gives the value, or the fault when there is none.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = _value;
        fault = _isOk ? null : _fault ?? NeverParsed;
        return fault is null && value is not null;
    }

    /// <summary>Continues with the value or with the fault.</summary>
    public TResult Match<TResult>(Func<T, TResult> ok, Func<Fault, TResult> fail)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(fail);
        return TryGet(out var value, out var fault) ? ok(value) : fail(fault);
    }

    /// <summary>The value, for constants and tests, where a fault is a programming error.</summary>
    /// <exception cref="FormatException">There is no value; the message is the broken rule.</exception>
    public T GetOrThrow() => TryGet(out var value, out var fault) ? value : throw new FormatException(fault.Rule);
}
