using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>The values that hold where a country has set none: the strictest of the sources on size, the Firearms Protocol on content.</summary>
internal static class DefaultMarkPolicy
{
    private static readonly Dictionary<MarkTrigger, IReadOnlyList<MarkRequirement>> Requirements = new()
    {
        [MarkTrigger.Manufacture] =
        [
            new(MarkKind.Manufacture, [MarkElement.Maker, MarkElement.Country, MarkElement.Serial], "Firearms Protocol Art. 8(1)(a)")
            {
                AlternativeElements = [MarkElement.Symbol, MarkElement.Serial],
                Encouraged = [MarkElement.Year],
                OnPrimaryComponent = true,
            },
        ],
        [MarkTrigger.Import] =
        [
            new(MarkKind.Import, [MarkElement.Country], "Firearms Protocol Art. 8(1)(b)")
            {
                Encouraged = [MarkElement.Year],
                OfPolicyCountry = true,
            },
            UniqueNumber("Firearms Protocol Art. 8(1)(b)"),
        ],
        [MarkTrigger.StateTransfer] =
        [
            new(MarkKind.StateTransfer, [MarkElement.Country], "Firearms Protocol Art. 8(1)(c)")
            {
                AlsoKinds = [MarkKind.NationalNumber],
                OfPolicyCountry = true,
            },
            UniqueNumber("Firearms Protocol Art. 8(1)(c)"),
        ],
        [MarkTrigger.StateRetention] =
        [
            new(MarkKind.StateRetention, [MarkElement.Country], "Firearms Protocol Art. 6; ITI 9")
            {
                AlsoKinds = [MarkKind.NationalNumber],
                OfPolicyCountry = true,
            },
            UniqueNumber("ITI 9"),
        ],
        [MarkTrigger.Deactivation] =
        [
            new(MarkKind.Deactivation, [MarkElement.Country], "Firearms Protocol Art. 9(c)")
            {
                Encouraged = [MarkElement.Year, MarkElement.Symbol],
                OfPolicyCountry = true,
                CertificateServes = true,
            },
        ],
    };

    public static MarkPolicy Of(CountryCode country) => new(country, Requirements)
    {
        LeastHeight = new(Millimetres.Of(1.6m).GetOrThrow(), "Implementing Directive (EU) 2019/68 (1.6 mm); 27 CFR 478.92 (1.5875 mm)"),
        LeastDepth = new(Millimetres.Of(0.0762m).GetOrThrow(), "Implementing Directive (EU) 2024/325; 27 CFR 478.92"),
    };

    private static MarkRequirement UniqueNumber(string source) => new(MarkKind.NationalNumber, [MarkElement.NationalNumber], source)
    {
        OnlyIfNotUniquelyMarked = true,
        OnPrimaryComponent = true,
        OfPolicyCountry = true,
    };
}
