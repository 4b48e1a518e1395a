using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms.Marking;

/// <summary>Holds the marks of a firearm against the mark policy.</summary>
internal static class MarkRules
{
    /// <summary>What the policy finds in one mark; sizes that nobody measured are a breach only of a mark applied here.</summary>
    public static IReadOnlyList<PolicyBreach> Check(MarkPolicy policy, NewMark command)
    {
        var mark = command.Mark;
        var breaches = policy.Check(new AppliedMark(
            Carried(mark), mark.Method, Measured(mark.HeightMm, policy.LeastHeight), Measured(mark.DepthMm, policy.LeastDepth),
            !mark.Exposed, MethodOverride: command.MethodOverride?.ToString(),
            // The order is advice to whoever marks; a mark found on an arm stands as its maker put it on.
            Text: command.AppliedHere ? mark.Text : null));
        return command.AppliedHere && policy.GovernedKinds.Contains(mark.Kind)
            ? [.. Unmeasured("/height", mark.HeightMm, policy.LeastHeight), .. Unmeasured("/depth", mark.DepthMm, policy.LeastDepth), .. breaches]
            : breaches;
    }

    /// <summary>The marks that a trigger makes necessary and that the arm does not carry, verified; as errors with their source.</summary>
    public static IReadOnlyList<InputError> Missing(MarkPolicy policy, Firearm firearm, MarkTrigger trigger, bool hasCertificate = false) =>
        [.. policy.Missing(trigger, Counting(firearm), hasCertificate).Select(missing => new InputError(
            "", null, $"{missing.Rule} Missing: {string.Join(", ", missing.Elements.Select(Codes.Of))}.", missing.Source))];

    /// <summary>What happened to an arm so that it must be marked before it may go to another holder.</summary>
    public static IEnumerable<MarkTrigger> Triggers(Firearm firearm)
    {
        if (firearm.Registration.Origin == FirearmOrigin.Manufactured)
            yield return MarkTrigger.Manufacture;
        if (firearm.Registration.Origin == FirearmOrigin.Imported || firearm.Transfers.Any(transfer => transfer.Entry.Kind == TransferKind.Import))
            yield return MarkTrigger.Import;
    }

    /// <summary>Whether a mark that counts tells this arm from all others.</summary>
    public static bool IsUniquelyMarked(Firearm firearm) => Counting(firearm).Any(mark => mark.IsUnique);

    /// <summary>The member of a request or of a <see cref="PhysicalMark"/> that a breach of the policy is about.</summary>
    public static string Pointer(PolicyBreach breach) => breach.Pointer switch
    {
        "/height" => "/heightMm",
        "/depth" => "/depthMm",
        "/location" => "/exposed",
        "/content/nationalNumber" => "/text",
        var pointer => pointer.Replace("/content", "", StringComparison.Ordinal),
    };

    private static List<CarriedMark> Counting(Firearm firearm) =>
        [.. firearm.Marks.Values.Where(mark => mark.Counts).Select(mark => Carried(mark.Mark))];

    private static CarriedMark Carried(PhysicalMark mark) => new(
        mark.Kind, mark.Component,
        new MarkContent(mark.Maker?.ToString(), mark.Country, mark.Serial, mark.Year, NationalNumberOf(mark), mark.Symbol?.ToString()),
        mark.Scheme);

    private static NationalNumber? NationalNumberOf(PhysicalMark mark) =>
        mark.Kind == MarkKind.NationalNumber && NationalNumber.Parse(mark.Text.ToString()).TryGet(out var number, out _) ? number : null;

    private static Millimetres Measured(Known<Millimetres> size, Bound least) => size.TryGet(out var value) ? value : least.Value;

    private static IEnumerable<PolicyBreach> Unmeasured(string pointer, Known<Millimetres> size, Bound least) =>
        size.TryGet(out _) ? [] : [new PolicyBreach(pointer, "A mark applied here is measured.", least.Source, Codes.Of(size.Is))];
}
