using FirearmsRegistry.Registry.Parties.SearchingByName;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>What holds for the personal data of every entry, new or corrected.</summary>
internal static class PartyRules
{
    public static Refusal? Broken(PartyKind kind, PersonalData data, DateTimeOffset now)
    {
        if (NameKeys.Of(data.Name.ToString()).Count == 0)
            return PartyErrors.HasNoLetters;
        if (!data.DateOfBirth.TryGet(out var birth))
            return null;
        if (kind == PartyKind.Organisation)
            return PartyErrors.OrganisationIsNotBorn;
        return birth.CertainlyAfter(DateOnly.FromDateTime(now.UtcDateTime)) ? PartyErrors.NotBornYet : null;
    }
}
