using System.Runtime.InteropServices;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// A best alignment of two lists (Levenshtein 1966), and what it costs. Computed 64 rows at a time: Myers, A Fast
/// Bit-Vector Algorithm for Approximate String Matching, JACM 46 (1999), in Hyyrö's form for edit distance (2003); the
/// vectors of every column are kept, and the way back is read off them. Two bits a pair: 2,000 × 2,000 take 1 MB.
/// </summary>
/// <param name="Edits">Insertions, deletions and substitutions.</param>
/// <param name="Pairs">Places that stand for each other, equal or not.</param>
public sealed record CharacterAlignment(int Edits, IReadOnlyList<(int Truth, int Reading)> Pairs)
{
    private const int Bits = 64;

    /// <summary>Elements are compared ordinally.</summary>
    public static CharacterAlignment Of(IReadOnlyList<string> truth, IReadOnlyList<string> reading)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (expected, read) = (Numbered(truth, numbers), Numbered(reading, numbers));
        var blocks = (expected.Length + Bits - 1) / Bits;
        var places = PlacesOf(expected, numbers.Count, blocks);
        var (rises, falls) = (new ulong[read.Length * blocks], new ulong[read.Length * blocks]);
        var (rise, fall) = (new ulong[blocks], new ulong[blocks]);
        Array.Fill(rise, ulong.MaxValue);
        for (var column = 0; column < read.Length; column++)
        {
            Advance(places.AsSpan(read[column] * blocks, blocks), rise, fall);
            rise.CopyTo(rises, column * blocks);
            fall.CopyTo(falls, column * blocks);
        }

        return Back(expected, read, rises, falls, blocks);
    }

    private static int[] Numbered(IReadOnlyList<string> elements, Dictionary<string, int> numbers)
    {
        var numbered = new int[elements.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, elements[i], out var known);
            number = known ? number : numbers.Count - 1;
            numbered[i] = number;
        }

        return numbered;
    }

    /// <summary>For each element a bit vector of where it stands in the truth.</summary>
    private static ulong[] PlacesOf(int[] truth, int elements, int blocks)
    {
        var places = new ulong[elements * blocks];
        for (var i = 0; i < truth.Length; i++)
        {
            places[(truth[i] * blocks) + (i / Bits)] |= 1UL << (i % Bits);
        }

        return places;
    }

    /// <summary>Goes one column on.</summary>
    /// <param name="rise">Bit i: the cost grows by one from row i to row i + 1.</param>
    /// <param name="fall">Bit i: it shrinks by one.</param>
    private static void Advance(ReadOnlySpan<ulong> equal, ulong[] rise, ulong[] fall)
    {
        // The first row counts the reading's elements, so it grows with every column.
        var (carriedRise, carriedFall) = (1UL, 0UL);
        for (var block = 0; block < rise.Length; block++)
        {
            var (up, down, match) = (rise[block], fall[block], equal[block] | carriedFall);
            var diagonal = (((match & up) + up) ^ up) | match | down;
            var right = down | ~(diagonal | up);
            var left = up & diagonal;
            var (nextRise, nextFall) = (right >> (Bits - 1), left >> (Bits - 1));
            right = (right << 1) | carriedRise;
            left = (left << 1) | carriedFall;
            rise[block] = left | ~(diagonal | right);
            fall[block] = right & diagonal;
            (carriedRise, carriedFall) = (nextRise, nextFall);
        }
    }

    private static CharacterAlignment Back(int[] truth, int[] reading, ulong[] rises, ulong[] falls, int blocks)
    {
        var pairs = new List<(int, int)>();
        var (row, column, edits) = (truth.Length, reading.Length, 0);
        while (row > 0 && column > 0)
        {
            if (IsSet(rises, row, column))
            {
                (row, edits) = (row - 1, edits + 1);
            }
            else if (column > 1 && IsSet(falls, row, column - 1))
            {
                (column, edits) = (column - 1, edits + 1);
            }
            else
            {
                pairs.Add((--row, --column));
                edits += truth[row] == reading[column] ? 0 : 1;
            }
        }

        pairs.Reverse();
        return new CharacterAlignment(edits + row + column, pairs);

        bool IsSet(ulong[] vectors, int atRow, int atColumn) =>
            (vectors[((atColumn - 1) * blocks) + ((atRow - 1) / Bits)] >> ((atRow - 1) % Bits) & 1) != 0;
    }
}
