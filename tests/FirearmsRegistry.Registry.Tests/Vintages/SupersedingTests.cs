using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Vintages;
using FirearmsRegistry.Registry.Vintages.Publishing;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.Tests.Vintages.VintageCase;

namespace FirearmsRegistry.Registry.Tests.Vintages;

public sealed class SupersedingTests
{
    private static readonly Guid Earlier = new("0198c0de-0000-7000-8000-000000000000");

    [Theory]
    [InlineData(new[] { 2020 }, new[] { 2020 }, new[] { 2020 }, true)]
    [InlineData(new[] { 2020 }, new[] { 2019, 2020 }, new[] { 2020 }, true)]
    [InlineData(new[] { 2019, 2020 }, new[] { 2020 }, new[] { 2020 }, false)]
    [InlineData(new[] { 2019, 2020, 2021 }, new[] { 2018, 2019, 2021 }, new[] { 2019, 2021 }, false)]
    [InlineData(new[] { 2019 }, new[] { 2020 }, new int[0], false)]
    public void A_vintage_takes_the_place_of_earlier_ones_in_the_years_that_it_holds(int[] earlier, int[] later, int[] years, bool whole)
    {
        var publication = Publish(later, At(VintageState.Published, Earlier, null, earlier)).Value;

        Assert.Equal(years, publication.Superseded.SelectMany(one => one.Years));
        Assert.Equal(years.Length == 0 ? [] : [whole ? typeof(VintageSuperseded) : typeof(VintageYearsSuperseded)],
            publication.Superseded.Select(one => one.By(Id).GetType()));
    }

    [Fact]
    public void Where_others_took_its_place_year_by_year_it_is_superseded_with_the_last_of_them()
    {
        var earlier = At(VintageState.Published, Earlier, null, 2019, 2020);
        earlier.Apply(new VintageYearsSuperseded(Id, [2020]));
        Assert.Equal((VintageState.Published, 2019), (earlier.State, Assert.Single(earlier.YearsInForce)));
        Assert.Empty(Publish([2020], earlier).Value.Superseded);

        earlier.Apply((VintageSuperseded)Assert.Single(Publish([2019], earlier).Value.Superseded).By(Id));

        Assert.Equal(VintageState.Superseded, earlier.State);
        Assert.Empty(earlier.YearsInForce);
        Assert.Equal([2019, 2020], earlier.SupersededYears.Select(one => one.Year));
    }

    [Theory]
    [InlineData(new[] { 2020 }, true)]
    [InlineData(new[] { 2019, 2020 }, true)]
    [InlineData(new[] { 2019 }, false)]
    public void A_revision_does_not_know_less_of_any_year_than_what_it_takes_the_place_of(int[] earlier, bool refused) => Assert.Equal(
        refused ? VintageErrors.KnowsLessName : null, Publish([2020], At(VintageState.Published, Earlier, Now.AddTicks(10), earlier)).Refusal?.Name);

    /// <summary>Whatever is published after whatever, of each year that was published one figure is in force, and it is that of the last vintage that holds it.</summary>
    [Property(MaxTest = 300)]
    public void Of_each_year_one_published_figure_is_in_force(byte[] masks)
    {
        var published = new List<Vintage>();
        foreach (var years in masks.Take(12).Select(mask => Enumerable.Range(2010, 8).Where(year => (mask >> (year - 2010) & 1) == 1).ToArray()).Where(years => years.Length > 0))
        {
            var vintage = At(VintageState.Published, Guid.CreateVersion7(Now.AddDays(published.Count)), null, years);
            vintage.PublishedAt = Now.AddDays(published.Count);
            foreach (var one in Publish(years, [.. published.Where(earlier => earlier.State == VintageState.Published)]).Value.Superseded)
                Fold(one.Earlier, one.By(vintage.Id));
            published.Add(vintage);
        }

        foreach (var year in published.SelectMany(vintage => vintage.Years).Distinct())
        {
            var last = published.Last(vintage => vintage.Years.Contains(year));
            Assert.Equal([last.Id], published.Where(vintage => vintage.YearsInForce.Contains(year)).Select(vintage => vintage.Id));
            Assert.Equal(1, published.SelectMany(vintage => Marked(vintage, published)).Count(figure => figure.Year == year && figure.State == VintageState.Published));
        }

        Assert.All(published, vintage => Assert.Equal(vintage.YearsInForce.Count == 0, vintage.State == VintageState.Superseded));
    }

    /// <summary>Before vintages were superseded year by year, two could both be published of one year.</summary>
    [Fact]
    public void Of_two_that_are_both_published_of_a_year_the_later_is_in_force()
    {
        var (first, second) = (At(VintageState.Published, Earlier, null, 2019, 2020), At(VintageState.Published, Id, null, 2020));
        second.PublishedAt = first.PublishedAt!.Value.AddDays(1);

        var figures = Marked(first, [first, second]);

        Assert.Equal([(2019, VintageState.Published, null), (2020, VintageState.Superseded, Label.ToString())],
            figures.Select(figure => (figure.Year, figure.State, figure.SupersededBy?.ToString())));
    }

    private static IReadOnlyList<PublicFigure> Marked(Vintage vintage, IReadOnlyList<Vintage> published) =>
        YearsInForce.Mark(vintage, published, [.. vintage.Years.Select(year => PublicFigure.Of(Figure(year, 3)))]);

    private static void Fold(Vintage vintage, object happened)
    {
        if (happened is VintageSuperseded superseded)
            vintage.Apply(superseded);
        else
            vintage.Apply((VintageYearsSuperseded)happened);
    }

    private static Result<Publication> Publish(int[] years, params Vintage[] published) => PublishVintage.Decide(
        At(VintageState.Reviewed, null, null, years), new PublishVintage(Id, []), Says(years), Says(years), [], published, Metadata);
}
