namespace Digitize.Imaging.Inspection;

/// <summary>How much of the sheet has run into black or white. The bed may be as black as it likes.</summary>
internal static class Clipping
{
    public static (double Black, double White) Of(PageSurvey survey, Sheet? sheet)
    {
        var (width, height) = (survey.Small.Width, survey.Small.Height);
        long black = 0, white = 0, cells = 0;
        for (var at = 0; at < width * height; at++)
        {
            if (sheet is not null && IsBed(sheet, at % width, at / width, width, height))
            {
                continue;
            }

            cells++;
            black += survey.Black[at];
            white += survey.White[at];
        }

        var pixels = Math.Max(1.0, (double)cells * survey.Factor * survey.Factor);
        return (black / pixels, white / pixels);
    }

    private static bool IsBed(Sheet sheet, int x, int y, int width, int height) =>
        sheet.IsBed[Math.Min(sheet.Height - 1, y * sheet.Height / height) * sheet.Width + Math.Min(sheet.Width - 1, x * sheet.Width / width)];
}
