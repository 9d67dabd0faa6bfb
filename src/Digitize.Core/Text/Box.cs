namespace Digitize.Core.Text;

/// <summary>A rectangle in pixels of the page's access image, origin at the top left.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    /// <summary>The smallest box around all; an empty box at the origin when there are none.</summary>
    public static Box Around(IEnumerable<Box> boxes)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var box in boxes)
        {
            left = Math.Min(left, box.X);
            top = Math.Min(top, box.Y);
            right = Math.Max(right, box.Right);
            bottom = Math.Max(bottom, box.Bottom);
        }

        return right < left ? default : new Box(left, top, right - left, bottom - top);
    }

    /// <summary>The part of it inside a page of the given size; formats refuse boxes that stick out.</summary>
    public Box ClampTo(int width, int height)
    {
        var x = Math.Clamp(X, 0, width);
        var y = Math.Clamp(Y, 0, height);
        return new Box(x, y, Math.Clamp(Right, x, width) - x, Math.Clamp(Bottom, y, height) - y);
    }
}
