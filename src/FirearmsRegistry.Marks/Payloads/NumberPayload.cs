using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>A national number without anything around it, for parts with room for a 16x16 symbol only.</summary>
public sealed class NumberPayload(NationalNumber number) : Payload(number.ToString())
{
    private readonly NationalNumber _number = number;

    /// <inheritdoc/>
    public override NationalNumber? NationalNumber => _number;
}
