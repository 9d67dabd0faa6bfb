using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Imaging.Inspection;
using Digitize.Ocr;
using Digitize.Ocr.Layout;
using Digitize.Pipeline.Recipes;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Reads the page and keeps the reading as a new revision. It comes beside what is there, machine's or person's, and
/// never over it.
/// </summary>
public sealed class OcrStep(OcrEngines engines) : IPipelineStep
{
    /// <summary>A4 at 600 ppi; a newspaper's page at 300.</summary>
    private const int MaximumPixels = 40_000_000;

    public string Name => "ocr";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Ocr;

    public IReadOnlyList<string> After => ["inspect", "split", "deskew"];

    public Type OptionsType => typeof(OcrStepOptions);

    public IEnumerable<Reason> Contradictions(object options) =>
        options is OcrStepOptions { Engine: var engine } && !engines.Names.Contains(engine)
            ? [new Reason("yaml-value", "engine", engine, string.Join(", ", engines.Names))]
        : options is OcrStepOptions { Languages: var languages } && !OcrOptions.CanBe(languages)
            ? [new Reason("yaml-value", "languages", string.Join(", ", languages), "auto; Vietnamese, vie, fra, eng, lat, …")]
        : [];

    public IEnumerable<Reason> Missing(object options)
    {
        var chosen = (OcrStepOptions)options;
        return engines.Find(chosen.Engine).FindMissing(new OcrOptions { Languages = chosen.Languages }) is { } missing ? [missing] : [];
    }

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var options = context.Options<OcrStepOptions>();
        using var master = await context.OpenMasterAsync(ct);
        using var image = await AccessImage.OpenAsync(context, master.Path, ct);
        var inspection = await context.FiguresOfAsync<PageInspection>("inspect", "inspection", ct);
        var blank = inspection is { IsBlank: true };
        var engine = engines.Find(options.Engine);
        var pixels = blank ? null : Pixels(image, inspection?.Ppi);
        var read = pixels is null
            ? TextPage.Empty(image.Width, image.Height)
            : await engine.RecognizeAsync(pixels, Request(context.Recipe, options, context.Document.Language), ct);
        var text = ScaledText.On(read, image.Width, image.Height);
        var lines = text.Lines.Count();
        context.Figures["lines"] = lines;
        context.Figures["confidence"] = text.Confidence;
        if (lines == 0 && !blank)
        {
            return new StepOutcome.NeedsPerson(new Reason("ocr-empty", context.Master.RelativePath));
        }

        if (pixels is not null && UnreadInk.Find(pixels, read) is { } pieces)
        {
            context.Figures["unreadPieces"] = pieces;
            return new StepOutcome.NeedsPerson(new Reason(
                "ocr-little", context.Master.RelativePath, lines.ToString(CultureInfo.InvariantCulture), pieces.ToString(CultureInfo.InvariantCulture)));
        }

        var label = LabelReading.Of(text);
        (context.Page.ReadLabel, context.Page.ReadLabelConfidence) = (label?.Text, label?.Confidence);
        var kept = await context.KeepAsync(
            ArtefactKinds.Text, "json", "application/json", stream => TextPageJson.WriteAsync(text, stream, ct), ct);
        var last = await context.Db.Revisions.Where(r => r.PageId == context.Page.Id)
            .Select(r => (int?)r.Number).MaxAsync(ct);
        context.Db.Revisions.Add(new Revision
        {
            PageId = context.Page.Id,
            Number = last + 1 ?? 0,
            AuthorKind = RevisionAuthor.Machine,
            Author = $"{engine.Name} {engine.Version}",
            RunId = context.Run.Id,
            TextBlob = kept.BlobName,
            PlainText = text.JoinedText,
            FoldedText = text.FoldedText,
            Confidence = text.Confidence,
            Lines = lines,
            CreatedAt = context.Now,
        });
        return new StepOutcome.Done();
    }

    /// <summary>
    /// What an engine is given of an access image; <c>eval pages</c> gives the same. A page of more pixels than a worker
    /// has memory for, or longer than engines take, is made smaller.
    /// </summary>
    /// <param name="image">Grey or RGB, 8 bits.</param>
    public static OcrImage Pixels(Image image, double? ppi)
    {
        var factor = Math.Min(
            Math.Sqrt((double)MaximumPixels / image.Width / image.Height),
            (double)OcrImage.MaximumSide / Math.Max(image.Width, image.Height));
        using var fitting = factor < 1 ? image.Resize(factor) : image.Copy();
        return new OcrImage(
            fitting.Width,
            fitting.Height,
            fitting.Bands,
            fitting.Width * fitting.Bands,
            ppi is { } known ? (int)Math.Round(known * Math.Min(1, factor)) : null,
            fitting.WriteToMemory<byte>());
    }

    /// <summary>How the recipe asks an engine to read.</summary>
    /// <param name="language">BCP 47, of the document; null when nobody said.</param>
    public static OcrOptions Request(Recipe recipe, OcrStepOptions options, string? language) => new()
    {
        Languages = options.Languages,
        Mode = recipe.For.Layout == MaterialLayout.VerticalRl ? WritingMode.VerticalRl : WritingMode.HorizontalTb,
        Language = language ?? "und",
        Candidates = options.Candidates,
        Prepare = options.Prepare,
    };
}

public sealed class OcrStepOptions
{
    public string Engine { get; set; } = "tesseract";

    /// <summary>Models, most likely first; <c>auto</c> to let each page tell.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["vie"];

    /// <summary>Readings kept for each character.</summary>
    [Range(0, 10)]
    public int Candidates { get; set; }

    /// <summary>Whether the page's background, damage and size of type are seen to before it is read.</summary>
    public PagePreparation Prepare { get; set; }
}
