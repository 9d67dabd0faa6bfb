using NetVips;

namespace Digitize.Imaging;

/// <summary>
/// Images decoded a moment ago, kept in memory for the steps that look at the same page next: a master is decoded once
/// and not once a step. What was used least lately goes first; an image that is large is never kept.
/// </summary>
/// <param name="most">Images kept at once.</param>
public sealed class HeldImages(int most) : IDisposable
{
    /// <summary>A colour page of sixteen megapixels.</summary>
    public const long LargestBytes = 48L << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Name, Image Image)> _held = new();

    /// <summary>The image of that name, from memory or as it is made now.</summary>
    /// <param name="name">Of pixels that never change; whoever gives it sees to that.</param>
    /// <param name="open">Its pixels are read within this call when it is kept; what they throw is thrown.</param>
    /// <returns>An image to be disposed, usable when this holds it no longer.</returns>
    public async Task<Image> OpenAsync(string name, Func<Task<Image>> open, CancellationToken ct)
    {
        if (Find(name) is { } held)
        {
            return held;
        }

        var image = await open();
        if ((long)image.Width * image.Height * image.Bands > LargestBytes)
        {
            return image;
        }

        using (image)
        {
            var copy = await image.PullAsync(pixels => pixels.CopyMemory(), ct);
            Keep(name, copy.Copy());
            return copy;
        }
    }

    /// <returns>An image to be disposed; null when it is not held.</returns>
    public Image? Find(string name)
    {
        lock (_lock)
        {
            for (var node = _held.First; node is not null; node = node.Next)
            {
                if (node.Value.Name == name)
                {
                    _held.Remove(node);
                    _held.AddFirst(node);
                    return node.Value.Image.Copy();
                }
            }

            return null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Shrink(0);
        }
    }

    private void Keep(string name, Image image)
    {
        lock (_lock)
        {
            // Another worker may have opened the same meanwhile; both are right.
            _held.AddFirst((name, image));
            Shrink(most);
        }
    }

    private void Shrink(int to)
    {
        while (_held.Count > to)
        {
            _held.Last!.Value.Image.Dispose();
            _held.RemoveLast();
        }
    }
}
