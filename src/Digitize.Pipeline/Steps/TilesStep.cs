using System.ComponentModel.DataAnnotations;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Imaging.Access;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>Writes the access image, one tiled pyramidal TIFF, and a thumbnail from it.</summary>
public sealed class TilesStep : IPipelineStep
{
    public string Name => "tiles";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => ["inspect", "split", "deskew"];

    public Type OptionsType => typeof(TilesOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var options = context.Options<TilesOptions>();
        try
        {
            await AccessImage.StreamAsync(context, image => KeepAsync(context, image, options, ct), ct);
        }
        catch (BrokenImageException broken)
        {
            return new StepOutcome.Rejected(broken.ReasonFor(context.Master.RelativePath));
        }

        return new StepOutcome.Done();
    }

    private static Task KeepAsync(StepContext context, Image image, TilesOptions options, CancellationToken ct) =>
        context.KeepAsync(ArtefactKinds.Pyramid, "tif", "image/tiff", async path =>
        {
            await Pyramid.WriteAsync(image, path, new PyramidOptions { Tile = options.Tile, Quality = options.Quality }, ct);
            await context.KeepAsync(
                ArtefactKinds.Thumbnail,
                "jpg",
                "image/jpeg",
                thumbnail => Thumbnail.WriteAsync(path, thumbnail, Thumbnail.LongestEdgePixels, ct),
                ct);
        }, ct);
}

public sealed class TilesOptions
{
    /// <summary>Pixels.</summary>
    [AllowedValues(256, 512, 1024)]
    public int Tile { get; set; } = 512;

    /// <summary>JPEG quality.</summary>
    [Range(50, 100)]
    public int Quality { get; set; } = 85;
}
