using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
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
}
