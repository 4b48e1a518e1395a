using System.Text;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Symbols;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Labels;
using FirearmsRegistry.Symbols.Writing;
using Marten;

namespace FirearmsRegistry.Registry.Labels.MakingTags;

/// <summary>Makes the tags of seized items.</summary>
internal sealed class EvidenceTags(IQuerySession session, ISymbolEngine engine)
{
    /// <summary>The most items of one request.</summary>
    public const int Most = 100;

    /// <summary>What making tags may refuse.</summary>
    public static IReadOnlyList<string> Refusals { get; } = [Seizures.SeizureErrors.UnknownReference, "engine-failed"];

    /// <summary>The tags in the order of the ids.</summary>
    public async Task<Result<IReadOnlyList<EvidenceTag>>> OfAsync(IReadOnlyList<Guid> itemIds, CancellationToken token)
    {
        if (itemIds.Count is 0 or > Most)
            return LabelErrors.Count(itemIds.Count, Most);
        if (itemIds.Index().GroupBy(item => item.Item).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return LabelErrors.Twice(twice.Last().Index, twice.Key);
        var items = (await session.LoadManyAsync<SeizedItemDetails>(token, [.. itemIds])).ToDictionary(item => item.Id);
        if (itemIds.Index().Where(item => !items.ContainsKey(item.Item)).ToList() is { Count: > 0 } missing)
            return LabelErrors.Unknown(missing);
        var seizures = (await session.LoadManyAsync<SeizureDetails>(token, [.. items.Values.Select(item => item.SeizureId).Distinct()]))
            .ToDictionary(seizure => seizure.Id);
        var arms = (await session.LoadManyAsync<FirearmDetails>(token, [.. items.Values.Select(item => item.FirearmId).OfType<Guid>().Distinct()]))
            .ToDictionary(arm => arm.Id);

        var tags = new List<EvidenceTag>();
        foreach (var item in itemIds.Select(id => items[id]))
        {
            var words = TagWords.Of(item, seizures[item.SeizureId], arms.GetValueOrDefault(item.FirearmId ?? Guid.Empty));
            if (!(await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, words.Payload), token)).TryGet(out var symbol, out var unwritten))
                return SymbolErrors.Of(unwritten, "");
            tags.Add(new EvidenceTag(words.Authority, words.Reference, words.Lines, Encoding.ASCII.GetBytes(words.Payload), symbol));
        }

        return tags;
    }
}
