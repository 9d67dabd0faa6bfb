using NetVips;

namespace Digitize.Imaging;

/// <summary>Chaining and cancelling of lazy libvips images.</summary>
internal static class VipsImages
{
    /// <summary>The next image of a chain; the one before it is let go, libvips keeps what it still needs.</summary>
    public static Image Then(this Image image, Func<Image, Image> step)
    {
        using (image)
        {
            return step(image);
        }
    }

    /// <summary>
    /// Runs what pulls all pixels of an image, on a pool thread. libvips looks at the token after each strip of
    /// pixels; the flag is put on a copy, so that the caller's image stays usable.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; libvips stopped at its next strip.</exception>
    public static Task<T> PullAsync<T>(this Image image, Func<Image, T> work, CancellationToken ct) => Task.Run(() =>
    {
        using var watched = image.Copy();
        watched.SetProgress(Silence.Progress, ct);
        try
        {
            return work(watched);
        }
        catch (VipsException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
    }, ct);

    private sealed class Silence : IProgress<int>
    {
        public static readonly Silence Progress = new();

        public void Report(int value) { }
    }
}
