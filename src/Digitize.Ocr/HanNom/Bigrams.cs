namespace Digitize.Ocr.HanNom;

/// <summary>
/// How likely a character follows another: bigrams with absolute discounting (Ney, Essen, Kneser, 1994), from the
/// corpora that the model was trained with.
/// </summary>
internal sealed class Bigrams
{
    /// <summary>The place of "nothing before".</summary>
    internal const int Start = -1;

    private readonly double[] _single;
    private readonly double[] _rest;
    private readonly Dictionary<int, double> _pairs;

    private Bigrams(double[] single, double[] rest, Dictionary<int, double> pairs) =>
        (_single, _rest, _pairs) = (single, rest, pairs);

    /// <summary>
    /// Little-endian: number of classes and of pairs (int32), logarithms of each class's own share and of what is left
    /// after it (float16), the pairs' first, then second classes (uint16), logarithms of their shares (float16).
    /// </summary>
    /// <exception cref="InvalidDataException">The file does not hold what it says.</exception>
    internal static Bigrams Read(string path, int classes)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var (own, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (own != classes || count < 0 || reader.BaseStream.Length != 8 + (4L * own) + (6L * count))
        {
            throw new InvalidDataException($"{path}: not the language model of {classes} classes.");
        }

        var single = Shares(reader, own);
        var rest = Shares(reader, own);
        var keys = new int[count];
        for (var half = 0; half < 2; half++)
        {
            for (var i = 0; i < count; i++)
            {
                keys[i] = (keys[i] << 16) | reader.ReadUInt16();
            }
        }

        var pairs = new Dictionary<int, double>(count);
        foreach (var key in keys)
        {
            pairs[key] = Math.Exp((double)reader.ReadHalf());
        }

        return new Bigrams(single, rest, pairs);
    }

    /// <summary>Natural logarithm of the probability.</summary>
    internal double Log(int before, int character)
    {
        var rest = before == Start ? 1 : _rest[before];
        var together = before == Start ? 0 : _pairs.GetValueOrDefault((before << 16) | character);
        return Math.Log(together + (rest * _single[character]));
    }

    private static double[] Shares(BinaryReader reader, int count)
    {
        var shares = new double[count];
        for (var i = 0; i < count; i++)
        {
            shares[i] = Math.Exp((double)reader.ReadHalf());
        }

        return shares;
    }
}
