using System.Globalization;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Server.Demo;

/// <summary>The invented holders and dealers behind the demo's arms.</summary>
internal static class DemoParties
{
    public const int Dealers = 12;

    /// <summary>The party that lawfully held the arm last, before whatever its story tells.</summary>
    public static Guid HolderOf(PlannedArm arm) =>
        arm.Story == ArmStory.DealerStock ? DemoIds.Dealer(arm.Index % Dealers) : DemoIds.Party(arm.Index);

    public static IEnumerable<RegisterParty> All(DemoPlan plan) => plan.Arms
        .Where(arm => arm.Story is not (ArmStory.NotRegistered or ArmStory.DealerStock))
        .Select(Person)
        .Concat(Enumerable.Range(0, Dealers).Select(Dealer));

    private static RegisterParty Person(PlannedArm arm) => new(
        DemoIds.Party(arm.Index),
        PartyKind.Person,
        PartyCategory.Private,
        new PersonalData(DemoWords.Text(DemoWords.PersonName(arm.Index)), null, null, null,
            Known.Of(DemoWords.Day(new DateOnly(1950, 1, 1).AddDays(arm.Index))),
            Known.Of(DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"Invented document {arm.Index:D5}"))),
            Known<Note>.Unknown, Known.Of(DemoWords.Spain)),
        [Licence(arm.Index)]);

    private static RegisterParty Dealer(int index) => new(
        DemoIds.Dealer(index),
        PartyKind.Organisation,
        PartyCategory.Dealer,
        new PersonalData(DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"Armería Inventada {index + 1}")), null, null, null,
            Known<PartialDate>.None, Known<ShortText>.Unknown, Known<Note>.Unknown, Known.Of(DemoWords.Spain)),
        []);

    private static NewAuthorisation Licence(int index) => new(
        DemoIds.Authorisation(index), AuthorisationKind.Possession,
        DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"Invented licence {index:D5}")), new DateOnly(2015, 1, 1), new DateOnly(2025, 12, 31));
}
