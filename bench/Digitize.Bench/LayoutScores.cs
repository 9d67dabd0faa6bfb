using Digitize.Core.Text;

namespace Digitize.Bench;

/// <summary>What was found on made pages against what is there, summed over pages.</summary>
internal sealed class LayoutScores
{
    private readonly Dictionary<RegionKind, (int There, int Found, int Right)> _kinds = [];
    private long _pairs;
    private long _concordant;
    private int _neighbours;
    private int _neighboursRight;
    private int _followed;
    private int _lost;

    public (int There, int Found, int Right) Breaks { get; private set; }

    /// <summary>Words are matched by place: the middle of a read one inside a true one, which stands for its line.</summary>
    public void Add(LayoutTruth truth, IReadOnlyList<TextRegion> read)
    {
        var places = new List<(int Line, RegionKind Kind, Word Word)>();
        foreach (var (kind, word) in read.SelectMany(region => region.Lines.SelectMany(line => line.Words.Select(word => (region.Kind, word)))))
        {
            if (LineOf(truth, word.Box) is >= 0 and var line)
            {
                places.Add((line, kind, word));
            }
        }

        var order = new int?[truth.Lines.Count];
        foreach (var (index, group) in places.Index().GroupBy(entry => entry.Item.Line).Select(group => (group.Key, group.ToList())))
        {
            order[index] = group.Select(entry => entry.Index).Order().ElementAt(group.Count / 2);
            var kind = group.GroupBy(entry => entry.Item.Kind).MaxBy(kinds => kinds.Count())!.Key;
            Count(truth.Lines[index].Kind, kind);
        }

        _lost += order.Count(place => place is null);
        AddOrder(order);
        AddBreaks(truth, places);
    }

    public void Print(string title)
    {
        Console.WriteLine(title);
        foreach (var (kind, (there, found, right)) in _kinds.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)))
        {
            Console.WriteLine($"  {kind,-12} lines {there,5}   precision {Share(right, found)}   recall {Share(right, there)}");
        }

        Console.WriteLine($"  order: next line later {Share(_neighboursRight, _neighbours)}, next line right after {Share(_followed, _neighbours)}, Kendall tau {(_pairs == 0 ? 0 : ((2.0 * _concordant) / _pairs) - 1):0.000}; lines not read {_lost}");
        Console.WriteLine($"  broken words {Breaks.There}: precision {Share(Breaks.Right, Breaks.Found)}   recall {Share(Breaks.Right, Breaks.There)}");
    }

    internal static string Share(int part, int whole) => whole == 0 ? "   –" : FormattableString.Invariant($"{100.0 * part / whole,5:0.0} % ({part}/{whole})");

    private static int LineOf(LayoutTruth truth, Box box)
    {
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        foreach (var (index, (_, line)) in truth.Lines.Index())
        {
            var around = line.Box;
            if (x >= around.X && x <= around.Right && y >= around.Y && y <= around.Bottom)
            {
                return index;
            }
        }

        return -1;
    }

    private void Count(RegionKind there, RegionKind found)
    {
        var (a, b, c) = _kinds.GetValueOrDefault(there);
        _kinds[there] = (a + 1, b, c + (there == found ? 1 : 0));
        (a, b, c) = _kinds.GetValueOrDefault(found);
        _kinds[found] = (a, b + 1, c);
    }

    private void AddOrder(int?[] order)
    {
        var found = order.OfType<int>().ToList();
        var ranks = found.Order().ToList();
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = i + 1; j < found.Count; j++)
            {
                _pairs++;
                _concordant += found[i] < found[j] ? 1 : 0;
            }
        }

        for (var i = 0; i + 1 < found.Count; i++)
        {
            _neighbours++;
            _neighboursRight += found[i] < found[i + 1] ? 1 : 0;
            _followed += ranks.BinarySearch(found[i + 1]) == ranks.BinarySearch(found[i]) + 1 ? 1 : 0;
        }
    }

    /// <summary>Right when it joins with or without the hyphen as the truth does; misread letters are another matter.</summary>
    private void AddBreaks(LayoutTruth truth, List<(int Line, RegionKind Kind, Word Word)> places)
    {
        var (there, found, right) = Breaks;
        var broken = truth.Lines.Index().Where(entry => entry.Item.Line.Words[^1].Joined is not null)
            .ToDictionary(entry => entry.Index, entry => entry.Item.Line.Words[^1]);
        there += broken.Count;
        foreach (var (line, _, word) in places.Where(place => place.Word.Part is { Half: WordHalf.First }))
        {
            found++;
            right += broken.TryGetValue(line, out var whole)
                && whole.Joined!.StartsWith(whole.Text, StringComparison.Ordinal) == word.Part!.Joined.StartsWith(word.Text, StringComparison.Ordinal)
                ? 1 : 0;
        }

        Breaks = (there, found, right);
    }
}
