using Digitize.Core.Rows;

namespace Digitize.Storage.Queries;

/// <summary>Which states of a page say that it was recognised.</summary>
public static class PageStates
{
    /// <summary>A page without text has been read too: that is how it is known.</summary>
    public static IReadOnlyList<PageState> Read { get; } =
    [
        PageState.Read, PageState.InCorrection, PageState.Corrected, PageState.Verified, PageState.Published,
        PageState.NoText,
    ];

    public static bool IsRead(PageState state) => Read.Contains(state);
}
