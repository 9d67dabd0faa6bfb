namespace Digitize.Imaging.Inspection;

/// <summary>How much of the sheet has run into black or white. The bed may be as black as it likes.</summary>
internal static class Clipping
{
    public static (double Black, double White) Of(PageSurvey survey, Sheet? sheet)
    {
        var (width, height) = (survey.Small.Width, survey.Small.Height);
        long black = 0, white = 0, cells = 0;
        int[] columns = sheet is null ? [] : [.. Enumerable.Range(0, width).Select(x => Math.Min(sheet.Width - 1, x * sheet.Width / width))];
        for (var y = 0; y < height; y++)
        {
            var row = sheet is null ? 0 : Math.Min(sheet.Height - 1, y * sheet.Height / height) * sheet.Width;
            for (var x = 0; x < width; x++)
            {
                if (sheet is not null && sheet.IsBed[row + columns[x]])
                {
                    continue;
                }

                cells++;
                black += survey.Black[y * width + x];
                white += survey.White[y * width + x];
            }
        }

        var pixels = Math.Max(1.0, (double)cells * survey.Factor * survey.Factor);
        return (black / pixels, white / pixels);
    }
}
