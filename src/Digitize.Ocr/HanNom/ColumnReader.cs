using Digitize.Core.Text;

namespace Digitize.Ocr.HanNom;

/// <summary>
/// Reads one upright column of Hán-Nôm: finds where it can be cut, asks what each piece could be, and takes the best
/// path through both. `training/han-nom/reader.py` does the same.
/// </summary>
internal sealed class ColumnReader(
    ColumnNetworks networks, CharacterClasses classes, Bigrams bigrams, PathWeights weights)
{
    /// <summary>Readings looked at for each piece.</summary>
    internal const int Candidates = 5;

    /// <summary>A piece lower than this, in widths of the column, is looked at with a little of what is around it.</summary>
    private const double Thinnest = 0.5;

    /// <summary>The darkest ink of a blank piece.</summary>
    private const float Blank = 0.3f;

    /// <summary>Characters from top to bottom, in pixels of the page; none when the part holds no ink.</summary>
    internal List<Glyph> Read(OcrImage page, Box part, int candidates)
    {
        if (ColumnInk.Of(page, part) is not { } ink)
        {
            return [];
        }

        var place = ink.Place;
        var rows = Math.Max(2, (int)Math.Round((double)place.Height * ColumnNetworks.ColumnWidth / place.Width / 2) * 2);
        var column = new float[rows * ColumnNetworks.ColumnWidth];
        ink.Resample(0, place.Height, ColumnNetworks.ColumnWidth, rows, column);
        var places = CutPlace.Find(networks.Gaps(column, rows));
        var unit = (double)place.Height / rows;
        var path = new BestPath(places, weights, bigrams).Through(Pieces(ink, places, unit));
        return [.. path
            .Where(step => CharacterClasses.IsCharacter(step.Class))
            .Select(step => Read(
                step.Piece, step.Class, candidates, Rows(place, places[step.Piece.From], places[step.Piece.To], unit)))];
    }

    private List<ColumnPiece> Pieces(ColumnInk ink, List<CutPlace> places, double unit)
    {
        const int area = ColumnNetworks.PieceSide * ColumnNetworks.PieceSide;
        var pairs = ColumnPiece.Between(places).ToList();
        var pixels = new float[pairs.Count * area];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (top, bottom) = (places[pairs[i].From].Row, places[pairs[i].To].Row);
            var height = (bottom - top) / ColumnNetworks.ColumnWidth;
            var missing = Math.Max(0, Thinnest - height) * ink.Place.Width / 2;
            ink.Resample(
                Math.Max(0, (top * unit) - missing), Math.Min(ink.Place.Height, (bottom * unit) + missing),
                ColumnNetworks.PieceSide, ColumnNetworks.PieceSide, pixels.AsSpan(i * area, area));
        }

        var guesses = networks.Characters(pixels, pairs.Count);
        return [.. pairs.Select((pair, i) => new ColumnPiece(
            pair.From, pair.To, pixels.AsSpan(i * area, area).IndexOfAnyInRange(Blank, float.MaxValue) < 0, guesses[i]))];
    }

    private Glyph Read(ColumnPiece piece, int chosen, int candidates, Box box)
    {
        var readings = piece.Guesses
            .Where(guess => CharacterClasses.IsCharacter(guess.Class))
            .OrderByDescending(guess => guess.Class == chosen)
            .Take(Candidates)
            .Select(guess => new GlyphCandidate(classes[guess.Class], weights.Probability(guess.Log)))
            .ToList();
        return new Glyph(readings[0].Text, box, readings[0].Confidence, [.. readings.Take(candidates)]);
    }

    private static Box Rows(Box place, CutPlace above, CutPlace below, double unit)
    {
        var (top, bottom) = ((int)Math.Round(above.Row * unit), (int)Math.Round(below.Row * unit));
        return new Box(place.X, place.Y + top, place.Width, Math.Max(1, bottom - top));
    }
}
