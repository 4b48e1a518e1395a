using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Correcting;
using FirearmsRegistry.Registry.Parties.Erasing;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Parties.Sealing;

namespace FirearmsRegistry.Registry.Tests.Parties;

public sealed class PartyDecisionTests
{
    private static readonly PersonalDataErased Erased = new(Given.Text("Art. 17"), Given.Words("Ordered."));

    [Fact]
    public void Registering_records_the_sealed_entry_and_the_authorisations()
    {
        var sealedData = Given.Key.Seal(Given.Data);
        var reference = Given.Key.SealReference(Given.LicenceId, Given.Licence.Reference);

        var events = RegisterParty.Decide(Register(Given.Data, authorisations: Given.Licence), sealedData, [reference], Given.Now).Value;

        Assert.Equal(
        [
            new PartyRegistered(new PartyEntry(PartyKind.Person, PartyCategory.Private, sealedData)),
            new AuthorisationRecorded(Given.LicenceId, AuthorisationKind.Possession, reference, Given.Licence.ValidFrom, Given.Licence.ValidTo),
        ], events);
    }

    [Fact]
    public void A_name_needs_a_letter() => AssertRefused("name-without-letters", Given.Data with { Name = Given.Text("--- ?") });

    [Fact]
    public void An_organisation_has_no_date_of_birth() => AssertRefused("birth-of-organisation", Given.Data, PartyKind.Organisation);

    [Theory]
    [InlineData("2020-06-01", null)]
    [InlineData("2020", null)]
    [InlineData("2020-06-02", "birth-in-future")]
    [InlineData("2021", "birth-in-future")]
    public void Nobody_is_born_after_being_registered(string birth, string? problem) =>
        AssertRefused(problem, Given.Data with { DateOfBirth = Known.Of(PartialDate.Parse(birth).GetOrThrow()) });

    [Fact]
    public void One_authorisation_id_stands_once()
    {
        var reference = Given.Key.SealReference(Given.LicenceId, Given.Licence.Reference);

        var decided = RegisterParty.Decide(
            Register(Given.Data, authorisations: [Given.Licence, Given.Licence]), Given.Key.Seal(Given.Data), [reference, reference], Given.Now);

        Assert.Equal("authorisation-id-taken", decided.Refusal?.Name);
    }

    [Fact]
    public void A_correction_keeps_the_old_entry_and_tells_which_members_changed()
    {
        var party = Given.Party();
        var data = Given.Data with { Name = Given.Text("Ana Ejemplar") };

        var corrected = Assert.IsType<PartyCorrected>(Assert.Single(Correct(party, data).Value));
        party.Apply(corrected);

        Assert.Equal(Given.Registered.Entry, corrected.Before);
        Assert.Equal(["name"], PersonalDataSealing.Changed(corrected.Before, corrected.After));
        Assert.Equal(data, Given.Key.Open(party.Entry.PersonalData));
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused() =>
        Assert.Equal("nothing-corrected", Correct(Given.Party(), Given.Data).Refusal?.Name);

    [Fact]
    public void After_an_erasure_nothing_is_added()
    {
        var party = Given.Party(Erased);

        Assert.True(party.Erased);
        Assert.Equal("party-erased", CorrectParty.Decide(party, Correction(Given.Data), null, Given.Now).Refusal?.Name);
        Assert.Equal("party-erased", RecordAuthorisation.Decide(party, new(Given.PartyId, Given.Licence), null).Refusal?.Name);
        Assert.Equal("party-erased", Erase(party).Refusal?.Name);
    }

    [Fact]
    public void An_erasure_remembers_its_legal_basis() => Assert.Equal([Erased], Erase(Given.Party()).Value);

    [Fact]
    public void An_authorisation_does_not_end_before_it_starts()
    {
        var licence = Given.Licence with { ValidTo = Given.Licence.ValidFrom.AddDays(-1) };

        Assert.Equal("authorisation-ends-before-start", NewAuthorisation.Decide(licence, Given.LicenceRecorded.Reference).Refusal?.Name);
        Assert.Null(NewAuthorisation.Decide(licence with { ValidTo = licence.ValidFrom }, Given.LicenceRecorded.Reference).Refusal);
    }

    [Fact]
    public void An_authorisation_is_recorded_once_and_revoked_once()
    {
        var party = Given.Party(Given.LicenceRecorded);
        var day = new DateOnly(2021, 1, 1);

        Assert.Equal("authorisation-id-taken",
            RecordAuthorisation.Decide(party, new(Given.PartyId, Given.Licence), Given.LicenceRecorded.Reference).Refusal?.Name);
        var revoked = Assert.IsType<AuthorisationRevoked>(Assert.Single(Revoke(party, Given.LicenceId, day).Value));
        party.Apply(revoked);
        Assert.Equal(day, party.Authorisations[Given.LicenceId].RevokedOn);
        Assert.Equal("authorisation-already-revoked", Revoke(party, Given.LicenceId, day).Refusal?.Name);
    }

    [Fact]
    public void What_was_never_valid_cannot_be_revoked()
    {
        var party = Given.Party(Given.LicenceRecorded);

        Assert.Equal("not-found", Revoke(party, Given.PartyId, new DateOnly(2021, 1, 1)).Refusal?.Name);
        Assert.Equal("revoked-before-start", Revoke(party, Given.LicenceId, new DateOnly(2019, 12, 31)).Refusal?.Name);
    }

    private static void AssertRefused(string? problem, PersonalData data, PartyKind kind = PartyKind.Person)
    {
        Assert.Equal(problem, RegisterParty.Decide(Register(data, kind), Given.Key.Seal(data), [], Given.Now).Refusal?.Name);
        Assert.Equal(problem, CorrectParty.Decide(Given.Party(), Correction(data) with { Kind = kind }, Given.Key.Seal(data), Given.Now).Refusal?.Name);
    }

    private static RegisterParty Register(PersonalData data, PartyKind kind = PartyKind.Person, params NewAuthorisation[] authorisations) =>
        new(Given.PartyId, kind, PartyCategory.Private, data, authorisations);

    private static CorrectParty Correction(PersonalData data) =>
        new(Given.PartyId, PartyKind.Person, PartyCategory.Private, data, Given.Words("Misread."));

    private static Registry.Shared.Refusing.Result<IReadOnlyList<object>> Correct(Party party, PersonalData data) =>
        CorrectParty.Decide(party, Correction(data), Given.Key.Reseal(party.Entry.PersonalData, data), Given.Now);

    private static Registry.Shared.Refusing.Result<IReadOnlyList<object>> Erase(Party party) =>
        ErasePersonalData.Decide(party, new ErasePersonalData(Given.PartyId, Erased.LegalBasis, Erased.Reason));

    private static Registry.Shared.Refusing.Result<IReadOnlyList<object>> Revoke(Party party, Guid authorisation, DateOnly on) =>
        RevokeAuthorisation.Decide(party, new RevokeAuthorisation(Given.PartyId, authorisation, on, Given.Words("Broken.")));
}
