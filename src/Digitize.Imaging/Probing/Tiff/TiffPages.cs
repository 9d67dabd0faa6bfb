namespace Digitize.Imaging.Probing.Tiff;

/// <summary>
/// The directories of a TIFF, read without any library: counted, bounded and followed in no circle. Reduced copies of
/// a pyramid and masks are no pages.
/// </summary>
internal static class TiffPages
{
    // A pyramid has up to twenty copies of a page.
    private const int DirectoriesPerFrame = 20;
    private const int MostInner = 32;
    private const double CentimetresPerInch = 2.54;

    /// <returns>Every directory of the chain.</returns>
    /// <exception cref="BrokenImageException">Damaged, or its directories go in a circle.</exception>
    public static IReadOnlyList<TiffDirectory> DirectoriesOf(string path, int maxFrames)
    {
        using var file = File.OpenRead(path);
        var reader = new TiffReader(file);
        var directories = new List<TiffDirectory>();
        var seen = new HashSet<long>();
        for (var offset = reader.FirstDirectory; offset != 0;)
        {
            if (!seen.Add(offset))
            {
                throw new BrokenImageException($"TIFF directory {directories.Count} leads back", code: "image-circle");
            }

            (var directory, offset) = DirectoryAt(reader, offset, directories.Count, innerToo: true);
            directories.Add(directory);

            // The caller refuses that many; there is no need to know how many more there are.
            if (directories.Count > (long)maxFrames * DirectoriesPerFrame)
            {
                return directories;
            }
        }

        return directories.Count > 0
            ? directories
            : throw new BrokenImageException("TIFF without a directory", code: "image-header");
    }

    /// <summary>The pages among them; all of them when each says that it is a copy of another.</summary>
    public static IReadOnlyList<TiffDirectory> Among(IReadOnlyList<TiffDirectory> directories)
    {
        var pages = directories.Where(directory => !directory.IsReduced && !directory.IsMask).ToList();
        return pages.Count > 0 ? pages : directories;
    }

    private static (TiffDirectory Directory, long Next) DirectoryAt(TiffReader reader, long offset, int index, bool innerToo)
    {
        var (fields, next) = reader.Directory(offset);
        var samples = One(TiffField.SamplesPerPixel) ?? 1;
        var bits = fields.TryGetValue(TiffField.BitsPerSample, out var perSample) ? reader.Numbers(perSample) : [1];
        var subfile = One(TiffField.SubfileType) ?? 0;
        var isTiled = fields.ContainsKey(TiffField.TileOffsets);
        var offsets = All(isTiled ? TiffField.TileOffsets : TiffField.StripOffsets);
        var lengths = All(isTiled ? TiffField.TileByteCounts : TiffField.StripByteCounts);
        var directory = new TiffDirectory(
            index,
            Required(TiffField.Width),
            Required(TiffField.Height),
            (int)samples,
            bits.Length == samples ? bits.Sum() : bits[0] * samples,
            (int)(One(TiffField.Compression) ?? 1),
            (int?)One(TiffField.Photometric),
            (subfile & 1) != 0 || One(TiffField.OldSubfileType) == 2,
            (subfile & 4) != 0,
            Ppi(),
            fields.TryGetValue(TiffField.Make, out var make) ? reader.Text(make) : "",
            fields.ContainsKey(TiffField.DngVersion),
            lengths.Sum(),
            offsets.Zip(lengths, (start, length) => start + length).DefaultIfEmpty().Max(),
            fields.TryGetValue(TiffField.JpegTables, out var tables) ? tables : null,
            innerToo ? Inner() : []);
        return (directory, next);

        long? One(int tag) =>
            fields.TryGetValue(tag, out var field) && field.Count > 0 ? reader.Numbers(field with { Count = 1 })[0] : null;

        long Required(int tag) => One(tag) is > 0 and <= int.MaxValue and { } value
            ? value
            : innerToo ? throw new BrokenImageException($"TIFF directory {index}: no tag {tag}", code: "image-header") : 0;

        long[] All(int tag) => fields.TryGetValue(tag, out var field) ? reader.Numbers(field) : [];

        double? Ppi()
        {
            var (across, down) = (Resolution(TiffField.XResolution), Resolution(TiffField.YResolution));
            return (across ?? down, down ?? across) is ({ } x, { } y) && Math.Min(x, y) > 1.001
                ? Math.Round(Math.Min(x, y) * (One(TiffField.ResolutionUnit) == 3 ? CentimetresPerInch : 1), 2)
                : null;
        }

        double? Resolution(int tag) => fields.TryGetValue(tag, out var field) ? reader.Rational(field) : null;

        IReadOnlyList<TiffDirectory> Inner() =>
            [.. All(TiffField.SubDirectories).Take(MostInner).Where(at => at > 0).Select(at => DirectoryAt(reader, at, -1, false).Directory)];
    }
}
