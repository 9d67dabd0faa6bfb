using Digitize.Core.Text;

namespace Digitize.Ocr.Scripts;

/// <summary>What is written in a part of a page, as far as its look tells, and how its lines run.</summary>
public enum PageScript
{
    /// <summary>Nothing, a picture, or too little to tell.</summary>
    None,

    /// <summary>Latin letters in rows.</summary>
    Latin,

    /// <summary>Hán-Nôm in columns from the right.</summary>
    HanColumns,

    /// <summary>Hán-Nôm in rows.</summary>
    HanRows,
}

/// <param name="Box">Pixels of the page.</param>
/// <param name="Ink">Its share of the page's ink, 0 to 1.</param>
public sealed record ScriptRegion(PageScript Script, Box Box, double Ink);
