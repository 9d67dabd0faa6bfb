using Digitize.Core.Coverage;
using Digitize.Core.Rows;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Digitize.Web.Tests;

public sealed class CoverageCountTests
{
    private static readonly CoverageRung[] Rungs = Enum.GetValues<CoverageRung>();

    [Property(MaxTest = 200)]
    public Property Shares_NeverExceedTheWholeAndAddUp() => Prop.ForAll(Cases(), sample =>
    {
        var count = CoverageCount.Of(sample.Holdings, sample.Pages);
        var all = CoverageSum.Of(count.Holdings);
        var parts = count.Holdings.GroupBy(holding => holding.Holding.Script).Select(group => CoverageSum.Of([.. group])).ToList();

        foreach (var rung in Rungs)
        {
            foreach (var unit in Enum.GetValues<CoverageUnit>())
            {
                Assert.True(all.Share(rung, unit) is null or (>= 0 and <= 1));
                Assert.Equal(all.Numerator(rung, unit), parts.Sum(part => part.Numerator(rung, unit)));
            }

            Assert.True(all[rung].CompleteTitles + all[rung].PartialTitles + all[rung].UnknownTitles <= all.Titles);
        }

        Assert.Equal(sample.Holdings.Count, all.Titles);
        Assert.Equal(all.Titles, parts.Sum(part => part.Titles));
    });

    [Property(MaxTest = 100)]
    public Property Pages_AreCountedOnce_HoweverOftenTheyCome() => Prop.ForAll(Cases(), sample =>
    {
        var once = CoverageCount.Of(sample.Holdings, sample.Pages);
        var twice = CoverageCount.Of(sample.Holdings, [.. sample.Pages, .. sample.Pages]);

        Assert.Equal(once.Holdings.Select(holding => holding.ReachedPages), twice.Holdings.Select(holding => holding.ReachedPages));
    });

    [Fact]
    public void Title_IsUnknown_WhenItsPagesAreNotStated()
    {
        var count = CoverageCount.Of([Holding("A.1", null)], [Page("A 01", 1)]);

        var sum = CoverageSum.Of(count.Holdings);

        Assert.Equal(Completeness.Unknown, count.Holdings[0].At(CoverageRung.Captured));
        Assert.Equal(1, sum[CoverageRung.Captured].UncountedPages);
        Assert.Null(sum.Share(CoverageRung.Captured, CoverageUnit.Pages));
    }

    [Fact]
    public void Shelfmark_InTwoLibraries_CountsForNeither()
    {
        var count = CoverageCount.Of([Holding("A.1", 1, "X"), Holding("a-1", 1, "Y")], [Page("A1", 1)]);

        Assert.Equal(2, count.Ambiguous.Count);
        Assert.All(count.Holdings, holding => Assert.Equal(0, holding.ReachedPages[0]));
    }

    [Fact]
    public void Shortfall_CountsUpToTheNextWholeTitle()
    {
        var count = CoverageCount.Of([.. Enumerable.Range(1, 9).Select(n => Holding($"A.{n}", 1))], [Page("A.1", 1)]);

        var shortfall = new CoverageTarget(0.7, CoverageRung.Captured, CoverageUnit.Titles, "206", 2025).Shortfall(CoverageSum.Of(count.Holdings));

        Assert.Equal(6, shortfall);
    }

    [Theory]
    [InlineData("VHv. 0012/3", "vhv-12.3", true)]
    [InlineData("R.10", "R.1-0", false)]
    [InlineData("A.12", "AB.12", false)]
    [InlineData("R", "R.0", false)]
    public void ShelfmarkKey_JoinsSpellingsAndKeepsShelfmarksApart(string one, string other, bool same)
    {
        Assert.Equal(same, ShelfmarkKey.Of(one) == ShelfmarkKey.Of(other));
    }

    private static Arbitrary<Sample> Cases()
    {
        var shelfmark = Gen.Elements("A.1", "A 2", "a-3", "B.1", "B.2", "R.10");
        var holding = from mark in shelfmark
                      from pages in Gen.Elements<int?>(null, -1, 0, 1, 3, 7)
                      from volumes in Gen.Elements<int?>(null, 1, 4)
                      from script in Gen.Elements<string?>(null, "Hán", "Nôm")
                      from library in Gen.Elements("X", "Y")
                      select Holding(mark, pages, library, script, volumes);
        var page = from mark in shelfmark
                   from sequence in Gen.Choose(1, 9)
                   from rungs in Gen.SubListOf(Rungs)
                   select new CountedPage(mark, sequence, rungs.ToHashSet());
        return (from holdings in Gen.ListOf(holding)
                from pages in Gen.ListOf(page)
                select new Sample([.. holdings], [.. pages])).ToArbitrary();
    }

    private static CountedPage Page(string shelfmark, int sequence) => new(shelfmark, sequence, Rungs.ToHashSet());

    private static Holding Holding(
        string shelfmark, int? pages, string library = "X", string? script = null, int? volumes = null) => new()
    {
        Library = library, Shelfmark = shelfmark, Title = shelfmark, ExpectedPages = pages, Volumes = volumes, Script = script,
        InScope = true, HolderKind = "library", SnapshotDate = new DateOnly(2026, 1, 1), Source = "test",
    };

    private sealed record Sample(IReadOnlyList<Holding> Holdings, IReadOnlyList<CountedPage> Pages);
}
