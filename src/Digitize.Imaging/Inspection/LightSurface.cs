namespace Digitize.Imaging.Inspection;

/// <summary>
/// How evenly the paper is lit: its level in coarse cells, and through them a smooth surface of the second order, which
/// follows a lamp's fall-off and a lens's corners but neither stains nor the shadow of a gutter.
/// </summary>
internal static class LightSurface
{
    private const int CellsAcross = 16;
    private const double LightShare = 0.85;
    private const double LeastSheet = 0.9;
    private const int FewestCells = 40;
    private const int Terms = 6;
    private const int Rounds = 4;

    /// <summary>The surface's darkest of its lightest, as what is missing: 0 even, 0.3 a third darker.</summary>
    public static double? FallOff(Sheet sheet)
    {
        var cells = Cells(sheet).ToList();
        if (cells.Count < FewestCells)
        {
            return null;
        }

        var weights = cells.ConvertAll(_ => 1.0);
        var surface = new double[Terms];
        for (var round = 0; round < Rounds; round++)
        {
            surface = Fit(cells, weights);
            var misses = cells.ConvertAll(cell => cell.Level - At(surface, cell.X, cell.Y));
            var usual = Math.Max(1.5, 1.4826 * Median(misses.ConvertAll(Math.Abs)));
            weights = misses.ConvertAll(miss => 1 / (1 + Math.Pow(miss / (2 * usual), 4)));
        }

        var levels = cells.ConvertAll(cell => At(surface, cell.X, cell.Y)).Order().ToList();
        return 1 - Math.Clamp(levels[levels.Count / 50] / levels[^(1 + levels.Count / 50)], 0, 1);
    }

    private static IEnumerable<(double X, double Y, double Level)> Cells(Sheet sheet)
    {
        var edge = Math.Max(6, Math.Max(sheet.Width, sheet.Height) / CellsAcross);
        for (var top = 0; top + edge <= sheet.Height; top += edge)
        {
            for (var left = 0; left + edge <= sheet.Width; left += edge)
            {
                var paper = Enumerable.Range(0, edge * edge)
                    .Select(i => (top + i / edge) * sheet.Width + left + i % edge)
                    .Where(at => !sheet.IsBed[at]).Select(at => sheet.Grey.Pixels[at]).ToList();
                if (paper.Count >= LeastSheet * edge * edge)
                {
                    yield return ((left + edge / 2.0) / sheet.Width - 0.5, (top + edge / 2.0) / sheet.Height - 0.5,
                        Sheet.Percentile(paper, LightShare));
                }
            }
        }
    }

    private static double[] Basis(double x, double y) => [1, x, y, x * x, x * y, y * y];

    private static double At(double[] surface, double x, double y) =>
        surface.Zip(Basis(x, y), (factor, term) => factor * term).Sum();

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // Weighted least squares by the normal equations; a hair on the diagonal keeps a thin sheet solvable.
    private static double[] Fit(List<(double X, double Y, double Level)> cells, List<double> weights)
    {
        var system = new double[Terms, Terms + 1];
        for (var i = 0; i < cells.Count; i++)
        {
            var basis = Basis(cells[i].X, cells[i].Y);
            for (var row = 0; row < Terms; row++)
            {
                for (var column = 0; column < Terms; column++)
                {
                    system[row, column] += weights[i] * basis[row] * basis[column];
                }

                system[row, Terms] += weights[i] * basis[row] * cells[i].Level;
            }
        }

        for (var pivot = 0; pivot < Terms; pivot++)
        {
            system[pivot, pivot] += 1e-9;
            for (var row = 0; row < Terms; row++)
            {
                var factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= Terms && factor != 0; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, Terms).Select(row => system[row, Terms] / system[row, row])];
    }
}
