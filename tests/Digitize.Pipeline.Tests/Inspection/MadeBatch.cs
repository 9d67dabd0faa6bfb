using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Inspection;

namespace Digitize.Pipeline.Tests.Inspection;

/// <summary>Made-up batches for reports.</summary>
internal static class MadeBatch
{
    public static InspectedBatch Of(params BatchDocument[] documents) => new(
        Guid.Empty, "L1", "print/L1", IsTaken: true, Held: null,
        new FileTally(documents.Sum(d => d.Files.Count), documents.Sum(d => d.Files.Count), 0, 0, 0, null), [], documents);

    public static BatchDocument Document(InspectOptions? options, params BatchPage[] pages) =>
        new(Guid.CreateVersion7(), "A.1", options, null, [.. pages.Select(page => page.File).Distinct()], pages);

    /// <summary>As many pages of one size, none like another, all well.</summary>
    public static BatchPage[] Pages(int count) => [.. Enumerable.Range(1, count).Select(number => Page(number))];

    public static BatchPage Page(
        int number, string? looks = null, int width = 2000, int height = 3000, double? ppi = 300, bool isBlank = false,
        CheckVerdict sharpness = CheckVerdict.Pass) => new(
        Guid.CreateVersion7(), number, $"L1_{number:000}.tif", 0, 1,
        sharpness == CheckVerdict.Refuse ? RunState.NeedsPerson : RunState.Done, null,
        new MeasuredPage(
            width, height, ppi, ppi is null ? null : 3, isBlank, isBlank ? null : looks ?? Looks(number),
            [new InspectionCheck(CheckNames.Sharpness, 0.1, 0.2, sharpness)]));

    public static BatchPage Broken(int number) => new(
        Guid.CreateVersion7(), number, $"L1_{number:000}.tif", 0, 1, RunState.Rejected,
        new Reason("image-broken", $"L1_{number:000}.tif", "x"), null);

    public static BatchPage Waiting(int number) =>
        new(Guid.CreateVersion7(), number, $"L1_{number:000}.tif", 0, 1, null, null, null);

    /// <summary>A fingerprint of noise; another for each number.</summary>
    /// <param name="strokes">Cells changed, as a second scan of the same page changes them.</param>
    public static string Looks(int number, int strokes = 0)
    {
        var bytes = new byte[512];
        new Random(number).NextBytes(bytes);
        for (var i = 0; i < strokes; i++)
        {
            bytes[i * 7 % bytes.Length] ^= 1;
        }

        return Convert.ToHexStringLower(bytes);
    }
}
