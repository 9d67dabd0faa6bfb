using Digitize.Ocr.HanNom;

namespace Digitize.Ocr.Tests;

public sealed class CutPlaceTests
{
    [Fact]
    public void Find_GivesOnlyTheEnds_WhenNothingSpeaksForACut() =>
        Assert.Equal([new CutPlace(0, 1), new CutPlace(80, 1)], CutPlace.Find(new double[40]));

    [Fact]
    public void Find_CutsInTheMiddleOfAGap()
    {
        var gap = new double[40];
        Array.Fill(gap, 0.9, 18, 4);

        var places = CutPlace.Find(gap);

        Assert.Equal(3, places.Count);
        Assert.Equal(40, places[1].Row, 1e-9);
    }

    [Fact]
    public void Find_SumsWhatIsSpread_WhenTheRowIsUncertain()
    {
        var gap = new double[40];
        Array.Fill(gap, 0.2, 18, 4);

        Assert.Equal(0.8, CutPlace.Find(gap)[1].Probability, 1e-9);
    }

    [Fact]
    public void Find_KeepsTwoPlacesApart_WhenThereIsAValleyBetween()
    {
        var gap = new double[40];
        (gap[15], gap[16], gap[17], gap[18], gap[19]) = (0.3, 0.1, 0.1, 0.3, 0.1);

        Assert.Equal(4, CutPlace.Find(gap).Count);
    }

    [Fact]
    public void Find_CutsBothEnds_WhenTheGapIsLong()
    {
        var gap = new double[60];
        Array.Fill(gap, 1, 20, 15);

        Assert.Equal([0.0, 42, 68, 120], CutPlace.Find(gap).Select(place => place.Row));
    }
}
