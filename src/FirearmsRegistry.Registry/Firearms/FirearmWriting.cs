using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>How acts on a registered firearm are written: one event each, at a path of their own where they add a part.</summary>
internal static class FirearmWriting
{
    public static string PathOf(Guid firearmId) => $"/api/v1/firearms/{firearmId}";

    /// <summary>Appends the one event that was decided.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="firearmId">The firearm.</param>
    /// <param name="part">The path of the part below the firearm, such as <c>marks/{id}</c>; empty where the act has none.</param>
    /// <param name="adds">Whether the act adds that part.</param>
    /// <param name="decide">The pure decision.</param>
    /// <param name="context">Who, when, and the version seen.</param>
    /// <param name="token">Cancels before the commit.</param>
    public static Task<Result<Written>> ActAsync<TEvent>(
        this RegistryWriter writer, Guid firearmId, string part, bool adds, Func<Firearm, Result<TEvent>> decide, CommandContext context,
        CancellationToken token)
        where TEvent : class =>
        writer.UpdateAsync<Firearm>(
            "firearm", firearmId,
            _ => part.Length == 0 ? PathOf(firearmId) : $"{PathOf(firearmId)}/{part}",
            firearm => decide(firearm).Bind(decided => Result.Of<IReadOnlyList<object>>([decided])),
            context, adds, token);

    /// <summary>Refuses parties that are not in the register, with the pointer to each.</summary>
    public static async Task<Refusal?> UnknownPartiesAsync(
        this RegistryWriter writer, IReadOnlyList<(string Pointer, Marks.Values.Known<Guid> Party)> named, CancellationToken token)
    {
        var known = named.Where(name => name.Party.TryGet(out _)).Select(name => (name.Pointer, Id: name.Party.Match(id => id, () => default, () => default))).ToList();
        var missing = await PartyReferences.MissingAsync(writer.Session, [.. known.Select(name => name.Id)], token);
        return missing.Count == 0
            ? null
            : FirearmErrors.NoSuchParty([.. known.Where(name => missing.Contains(name.Id))
                .Select(name => FirearmErrors.NoSuchPartyAt($"{name.Pointer}/value", name.Id))]);
    }
}
