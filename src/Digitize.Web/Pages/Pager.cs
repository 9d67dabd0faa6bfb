using System.Globalization;

namespace Digitize.Web.Pages;

/// <summary>Which part of a long list is shown; the parameter is <c>p</c>, from 1.</summary>
public sealed record Pager(int Number, int Count)
{
    /// <summary>Deep pages cost the database dearly and nobody reads them.</summary>
    public const int Deepest = 10_000;

    public static Pager Of(int? asked, int total, int size)
    {
        var count = Math.Clamp((total + size - 1) / size, 1, Deepest);
        return new Pager(Math.Clamp(asked ?? 1, 1, count), count);
    }

    public static int Skip(int? asked, int size) => (Math.Clamp(asked ?? 1, 1, Deepest) - 1) * size;

    public string Address(HttpRequest request, int number) => $"{request.PathBase}{request.Path}" + QueryString.Create(
        request.Query.Where(pair => pair.Key is not ("p" or "handler"))
            .Append(new("p", number.ToString(CultureInfo.InvariantCulture))));
}
