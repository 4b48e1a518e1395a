using System.Buffers.Binary;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>One seized item as <c>item_fact</c> keeps it, and how it stood before a late trace where one changed it.</summary>
internal sealed record GeneratedItem(
    Guid Id, Guid Seizure, DateOnly IntakeOn, string Intake, string Kind, int Quantity, string LegalBasis, string Justification, string Location,
    string[] Offences, string? Type, string? Condition, string? Marking, bool Antique, Guid? DuplicateOf, string? Line, string? LineBefore,
    bool EstablishedElsewhere, DateTime RecordedAt, DateTime? TracedAt);

/// <summary>
/// Items of ten years in the order in which a register records them, from a seed. Shares are made up, near those of reported years: four
/// in five items are seized, one seizure brings two to three items, one trace in five ends late and changes its arm's line.
/// </summary>
internal sealed class GeneratedItems(int items, int seed)
{
    public const int FirstYear = 2011;
    public const int Years = 10;

    private static readonly OutcomeLine[] Lines = [.. OutcomeLines.All];
    private static readonly int[] LineWeights = [40, 280, 60, 20, 90, 60, 200, 100, 70, 60, 20];

    private readonly Random _random = new(seed);
    private Guid _seizure;
    private long _ids;

    /// <summary>All of them, year by year.</summary>
    public IEnumerable<GeneratedItem> All() => Enumerable.Range(0, items).Select(Next);

    private GeneratedItem Next(int number)
    {
        var year = FirstYear + (int)((long)number * Years / items);
        var intakeOn = new DateOnly(year, 1, 1).AddDays(_random.Next(365));
        if (_seizure == Guid.Empty || _random.Next(5) < 2)
            _seizure = NewId();
        var recordedAt = DateTime.SpecifyKind(intakeOn.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc).AddHours(_random.Next(24 * 20));
        var kind = _random.Next(50) switch { 0 => ItemKind.Part, 1 => ItemKind.Ammunition, _ => ItemKind.Firearm };
        var arm = kind == ItemKind.Firearm;
        var intake = _random.Next(20) switch { < 16 => Intake.Seized, < 19 => Intake.Found, _ => Intake.Surrendered };
        var line = arm ? Drawn(LineWeights, Lines) : (OutcomeLine?)null;
        var late = arm && _random.Next(5) == 0;
        return new GeneratedItem(
            NewId(), _seizure, intakeOn, Codes.Of(intake), Codes.Of(kind), kind == ItemKind.Ammunition ? _random.Next(1, 500) : 1,
            Codes.Of(_random.Next(10) == 0 ? LegalBasis.Administrative : LegalBasis.Criminal), Any<LegalJustification>(), Any<LocationKind>(),
            _random.Next(3) == 0 ? [Any<SuspectedOffence>()] : [], arm ? Any<ArmType>() : null, arm ? Any<ArmCondition>() : null,
            arm ? Any<MarkingState>() : null, arm && _random.Next(100) == 0, arm && _random.Next(100) == 0 ? NewId() : null, line?.Code(),
            late ? OutcomeLine.Pending.Code() : null, arm && _random.Next(200) == 0, recordedAt,
            late ? recordedAt.AddDays(_random.Next(30, 400)) : null);
    }

    private string Any<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return Codes.Of(all[_random.Next(all.Length)]);
    }

    private T Drawn<T>(int[] weights, T[] of)
    {
        var left = _random.Next(weights.Sum());
        var index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return of[index];
    }

    private Guid NewId()
    {
        // In the order in which they are made, as the register's own are.
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++_ids);
        return new Guid(bytes, bigEndian: true);
    }
}
