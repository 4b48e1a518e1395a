using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using Marten;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

/// <summary>Arms of some years to which, from a seed, things happen that change what figures count; one transaction a step.</summary>
internal sealed class RandomHistory(IDocumentStore store, int seed, int firstYear, int years)
{
    private readonly Random _random = new(seed);
    private readonly List<Guid> _items = [];

    /// <summary>One arm is recorded, or one to three things happen to one; they are committed together.</summary>
    public async Task StepAsync(CancellationToken token)
    {
        await using var session = store.LightweightSession();
        if (_items.Count < 5 || _random.Next(4) == 0)
        {
            Record(session);
        }
        else
        {
            var stream = await session.Events.FetchForWriting<SeizedItem>(_items[_random.Next(_items.Count)], token);
            for (var things = _random.Next(1, 4); things > 0; things--)
                stream.AppendOne(Change(stream.Aggregate!));
        }

        await session.SaveChangesAsync(token);
    }

    private void Record(IDocumentSession session)
    {
        var item = Any(SeizureExamples.Item);
        var id = Guid.CreateVersion7();
        session.Events.StartStream<SeizedItem>(
            id, new SeizedItemRecorded(Guid.CreateVersion7(), item, Any(ItemCircumstances.Of(SeizureExamples.Circumstances))), OutcomeDecider.Begin(item)!);
        _items.Add(id);
    }

    private object Change(SeizedItem item) => _random.Next(6) switch
    {
        0 => new SeizedItemCircumstancesChanged(item.Circumstances, Any(item.Circumstances), SeizureExamples.Reason),
        1 => new SeizedItemCorrected(item.Item, Any(item.Item), SeizureExamples.Reason),
        2 => new SeizedItemLegalBasisChanged(
            Any<LegalBasis>(), Any<LegalJustification>(), PartialDate.Parse("2021").GetOrThrow(), SeizureExamples.Reason),
        3 => new SeizedItemLinkedAsDuplicate(_items[0], SeizureExamples.Reason),
        4 => new SeizedItemUnlinkedAsDuplicate(_items[0], SeizureExamples.Reason),
        _ => Traced(item),
    };

    private SeizedItemOutcomeDecided Traced(SeizedItem item)
    {
        var (record, answer) = (Any<RegistryRecord>(), Any<ForeignAnswer>());
        return OutcomeDecider.Redecide(
            item, facts => facts with { Request = RequestState.Closed, Record = record, ForeignAnswer = answer }, Guid.CreateVersion7())!;
    }

    private SeizedItemEntry Any(SeizedItemEntry item) => item with
    {
        Intake = Any<Intake>(),
        Arm = new SeizedArm(Any<ArmType>(), Any<ArmCondition>(), Any<MarkingState>(), _random.Next(5) == 0),
    };

    private ItemCircumstances Any(ItemCircumstances circumstances) => circumstances with
    {
        IntakeOn = PartialDate.Parse($"{firstYear + _random.Next(years)}-05-14").GetOrThrow(),
        LegalBasis = Any<LegalBasis>(),
    };

    private T Any<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[_random.Next(all.Length)];
    }
}
