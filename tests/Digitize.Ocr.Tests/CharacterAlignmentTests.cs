using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class CharacterAlignmentTests
{
    private const int Seed = 1651;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(63, 64)]
    [InlineData(64, 64)]
    [InlineData(65, 20)]
    [InlineData(130, 200)]
    public void Of_CostsWhatTheTextbookTableCosts(int truthLength, int readingLength)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 20; round++)
        {
            var truth = Letters(random, truthLength);
            var reading = Letters(random, readingLength);

            var alignment = CharacterAlignment.Of(truth, reading);

            Assert.Equal(Distance(truth, reading), alignment.Edits);
            Assert.Equal(alignment.Edits, CostOf(alignment, truth, reading));
        }
    }

    [Fact]
    public void Of_PairsInOrder_WhenALineIsLost()
    {
        List<string> truth = [.. Enumerable.Range(0, 300).Select(i => $"{i}")];
        List<string> reading = [.. truth.Take(100), .. truth.Skip(150)];

        var alignment = CharacterAlignment.Of(truth, reading);

        Assert.Equal(50, alignment.Edits);
        Assert.Equal(250, alignment.Pairs.Count);
        Assert.All(alignment.Pairs, pair => Assert.Equal(truth[pair.Truth], reading[pair.Reading]));
    }

    private static List<string> Letters(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => "aăâbc"[random.Next(5)].ToString())];

    private static int CostOf(CharacterAlignment alignment, List<string> truth, List<string> reading)
    {
        Assert.True(alignment.Pairs.Zip(alignment.Pairs.Skip(1)).All(two =>
            two.First.Truth < two.Second.Truth && two.First.Reading < two.Second.Reading));
        return truth.Count + reading.Count - (2 * alignment.Pairs.Count)
            + alignment.Pairs.Count(pair => truth[pair.Truth] != reading[pair.Reading]);
    }

    private static int Distance(List<string> truth, List<string> reading)
    {
        var row = Enumerable.Range(0, reading.Count + 1).ToArray();
        foreach (var expected in truth)
        {
            var next = new int[row.Length];
            next[0] = row[0] + 1;
            for (var j = 1; j < row.Length; j++)
            {
                next[j] = Math.Min(row[j - 1] + (expected == reading[j - 1] ? 0 : 1), Math.Min(row[j], next[j - 1]) + 1);
            }

            row = next;
        }

        return row[^1];
    }
}
