using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Registry.Stations.Enrolling;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using FirearmsRegistry.Registry.Tests.Firearms;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Stations;

public sealed class StationTests
{
    private static readonly Guid Block = Guid.CreateVersion7(Arms.Now);

    private static readonly NumberBlockLent Lent = LendNumberBlock.Decide(
        new LendNumberBlock(Block, Block, Block, 3), new NumbersIssued(SeriesCode.Parse("ES26A").GetOrThrow(), 1, 4, 3));

    [Fact]
    public void A_loan_is_of_the_numbers_that_were_issued()
    {
        var station = new Station();

        station.Apply(new Event<NumberBlockLent>(Lent));
        station.Apply(new NumberBlockReturned(Block, [Lent.Numbers().First()]));

        Assert.Equal((3, 1), (station.Blocks[0].Count, station.Blocks[0].Returned));
    }

    [Fact]
    public void Only_numbers_that_are_out_and_in_no_job_are_given_back_each_once()
    {
        var numbers = Lent.Numbers().ToList();
        string? Refused(params NationalNumber[] unused) =>
            ReturnNumberBlock.Decide(new ReturnNumberBlock(Block, Block, unused), numbers.Skip(1).ToHashSet()).Refusal?.Name;

        Assert.Null(Refused([.. numbers.Skip(1)]));
        Assert.Equal("number-not-lent", Refused(numbers[1], numbers[0]));
        Assert.Equal("invalid-input", Refused(numbers[1], numbers[1]));
        Assert.Equal("invalid-input", Refused());
    }

    [Fact]
    public void An_assignment_that_was_ended_lasts_no_longer_and_only_one_that_lasts_is_ended()
    {
        var station = new Station();
        var person = Arms.Text("person");
        station.Apply(new OperatorAssigned(person, Arms.Now.AddDays(-9), Arms.Now.AddDays(-5)));
        station.Apply(new OperatorAssigned(person, Arms.Now.AddDays(-4)));
        string? Refused(string who, int days) =>
            EndAssignment.Decide(station, new EndAssignment.EndBody(Arms.Text(who), Arms.Now.AddDays(days), Arms.Reason("Moved."))).Refusal?.Name;

        Assert.Equal("no-assignment-to-end", Refused("another", -1));
        Assert.Null(Refused("person", -1));
        station.Apply(new OperatorAssignmentEnded(person, Arms.Now.AddDays(-1), Arms.Reason("Moved.")));

        Assert.Equal([false, true, false, true, false],
            new[] { -10, -6, -5, -2, -1 }.Select(days => station.Employs("person", Arms.Now.AddDays(days))));
        Assert.Equal("no-assignment-to-end", Refused("person", -1));
        Assert.Null(Refused("person", -3));
    }

    [Fact]
    public void A_key_is_revoked_once_and_what_it_signed_stays_genuine_but_is_trusted_no_longer()
    {
        using var stationKey = NewKey();
        using var lost = NewKey();
        using var fresh = NewKey();
        var (station, person) = (new Station { Id = Block }, Arms.Text("person"));
        station.Apply(new Event<StationKeyEnrolled>(new StationKeyEnrolled(SigningKey.Of(stationKey))));
        station.Apply(new Event<OperatorKeyEnrolled>(new OperatorKeyEnrolled(person, SigningKey.Of(lost))));
        var told = new StationLogEntry(
            Block, 1, StationLogEntry.FirstPrevious, Arms.Now, 1, "person", StationAct.Noted, null, JsonElement.Parse("{}"));
        LoggedEntry By(ECDsa key) => new(SignedEntry.Sign(told, stationKey, key), told);
        string? Refused(ECDsa key) =>
            RevokeKey.Decide(station, new RevokeKey.KeyRevocationBody(SigningKey.Of(key), Arms.Reason("Lost."))).Refusal?.Name;

        Assert.Equal(("unknown-signing-key", null), (Refused(fresh), Refused(lost)));
        Assert.False(GenuineLog.IsByRevokedKey(station, By(lost)));
        station.Apply(new Event<StationKeyRevoked>(new StationKeyRevoked(SigningKey.Of(lost), Arms.Reason("Lost."))));
        station.Apply(new Event<OperatorKeyEnrolled>(new OperatorKeyEnrolled(person, SigningKey.Of(fresh))));

        Assert.Equal("signing-key-revoked", Refused(lost));
        Assert.Equal((true, false), (GenuineLog.IsByRevokedKey(station, By(lost)), GenuineLog.IsByRevokedKey(station, By(fresh))));
        Assert.Null(GenuineLog.Decide(station, [By(lost).Signed], LogHead.Empty, new Dictionary<long, string>()).Refusal);
        station.Apply(new Event<StationKeyRevoked>(new StationKeyRevoked(SigningKey.Of(stationKey), Arms.Reason("Stolen."))));
        Assert.True(GenuineLog.IsByRevokedKey(station, By(fresh)));
    }

    [Theory]
    [InlineData(null, "any", true)]
    [InlineData("station-7", "station-7", true)]
    [InlineData("station-7", "station-8", false)]
    [InlineData("station-7", null, false)]
    public void A_person_speaks_for_a_station_through_its_program_where_it_has_one(string? program, string? client, bool may)
    {
        var station = new Station { Program = program is null ? null : Arms.Text(program) };
        var actor = new Actor("somebody", "issuer", client, new HashSet<Role> { Role.MarkingOperator }, IsHuman: true);

        Assert.Equal(may ? null : "not-this-station", StationRules.SpeaksFor(station, actor)?.Name);
    }

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}
