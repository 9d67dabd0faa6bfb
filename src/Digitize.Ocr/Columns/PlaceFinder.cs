namespace Digitize.Ocr.Columns;

/// <summary>Where a column may stand: from one edge to the next, in upright pixels of <see cref="PageInk"/>.</summary>
/// <param name="LeftRuled">A rule stands at its left edge.</param>
internal readonly record struct Place(int Left, int Right, bool LeftRuled, bool RightRuled)
{
    internal int Width => Right - Left;
}

/// <summary>
/// Cuts a page into places of about one pitch each: edges lie on rules where there are any and where little ink stands
/// otherwise. The cheapest row of edges is taken (dynamic programming over x).
/// </summary>
internal static class PlaceFinder
{
    /// <summary>What a place costs at most for a width that is not the pitch, and how steeply that grows.</summary>
    private const double WidthCost = 1.2, WidthSlope = 8;

    /// <summary>What an edge on a rule is worth.</summary>
    private const double RuleWorth = 1.0;

    /// <summary>The narrowest and widest place, in pitches.</summary>
    private const double Narrowest = 0.2, Widest = 1.7;

    /// <param name="profile">Ink above each x, rules taken out.</param>
    internal static List<Place> Find(int[] profile, IReadOnlyList<Rule> rules, double pitch)
    {
        var pad = (int)pitch;
        var length = profile.Length + (2 * pad);
        var cost = EdgeCosts(profile, rules, pitch, pad, length);
        var (total, from) = (new double[length], new int[length]);
        Array.Fill(from, -1);
        var (narrowest, widest) = (Math.Max(2, (int)(pitch * Narrowest)), (int)(pitch * Widest));
        for (var x = 0; x < length; x++)
        {
            total[x] = x <= widest ? 0 : double.MaxValue;
            for (var width = narrowest; width <= widest && width <= x; width++)
            {
                var off = (width / pitch) - 1;
                var sum = total[x - width] + Math.Min(WidthCost, WidthSlope * off * off);
                if (sum < total[x])
                {
                    (total[x], from[x]) = (sum, x - width);
                }
            }

            total[x] += cost[x];
        }

        return Places(total, from, rules, pad, length - widest);
    }

    /// <summary>
    /// Mean ink on the edges between places that both hold ink, in parts of a column's usual ink, with what the widths of
    /// the places cost.
    /// </summary>
    internal static double CutInk(int[] profile, IReadOnlyList<Rule> rules, double pitch)
    {
        var places = Find(profile, rules, pitch);
        var pad = (int)pitch;
        var cost = EdgeCosts(profile, [], pitch, pad, profile.Length + (2 * pad));
        var (sum, edges) = (0.0, 0);
        for (var i = 0; i + 1 < places.Count; i++)
        {
            if (Inked(profile, places[i]) && Inked(profile, places[i + 1]))
            {
                var off = (places[i].Width / pitch) - 1;
                sum += cost[places[i].Left + pad] + Math.Min(WidthCost, WidthSlope * off * off);
                edges++;
            }
        }

        return edges == 0 ? 1 : sum / edges;
    }

    private static bool Inked(int[] profile, Place place)
    {
        var inside = profile.AsSpan(Math.Clamp(place.Left, 0, profile.Length), Math.Clamp(place.Right, 0, profile.Length) - Math.Clamp(place.Left, 0, profile.Length));
        return inside.ContainsAnyInRange(3, int.MaxValue);
    }

    private static double[] EdgeCosts(int[] profile, IReadOnlyList<Rule> rules, double pitch, int pad, int length)
    {
        var inked = profile.Where(count => count > 0).Order().ToList();
        var usual = inked.Count == 0 ? 1.0 : Math.Max(1, inked[(int)(inked.Count * 0.75)]);
        var reach = Math.Max(1, (int)(pitch / 40));
        var cost = new double[length];
        for (var x = 0; x < profile.Length; x++)
        {
            var (sum, n) = (0, 0);
            for (var near = Math.Max(0, x - reach); near <= Math.Min(profile.Length - 1, x + reach); near++, n++)
            {
                sum += profile[near];
            }

            cost[x + pad] = Math.Min(1.5, sum / (n * usual));
        }

        foreach (var rule in rules)
        {
            cost[(int)Math.Round(rule.X) + pad] -= RuleWorth;
        }

        return cost;
    }

    private static List<Place> Places(double[] total, int[] from, IReadOnlyList<Rule> rules, int pad, int lastFrom)
    {
        var x = lastFrom;
        for (var end = Math.Max(0, lastFrom); end < total.Length; end++)
        {
            x = total[end] < total[x] ? end : x;
        }

        var ruled = rules.Select(rule => (int)Math.Round(rule.X) + pad).ToHashSet();
        var places = new List<Place>();
        while (from[x] >= 0)
        {
            places.Add(new Place(from[x] - pad, x - pad, ruled.Contains(from[x]), ruled.Contains(x)));
            x = from[x];
        }

        return places;
    }
}
