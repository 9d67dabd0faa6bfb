namespace Digitize.Browser.Tests;

/// <summary>What a browser complains of on a page: refused content, faults in scripts, requests to another origin.</summary>
internal sealed class Complaints
{
    private readonly List<string> _all = [];

    public Complaints(IPage page, Uri site)
    {
        page.PageError += (_, fault) => _all.Add(fault);
        page.Console += (_, message) =>
        {
            // A screen that itself answers 403 or 404 is noted as well; only what it loads must not fail.
            var isItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
                && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isItself)
            {
                _all.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != site.Authority)
            {
                _all.Add($"asked another origin: {address}");
            }
        };
    }

    public void AssertNone() => Assert.True(_all.Count == 0, string.Join(Environment.NewLine, _all));
}
