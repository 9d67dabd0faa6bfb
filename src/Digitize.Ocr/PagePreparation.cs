namespace Digitize.Ocr;

/// <summary>What is done to a page's pixels before they are read; the image itself is never changed.</summary>
public enum PagePreparation
{
    /// <summary>What the page needs, found by measuring; a page of vertical text is left as it is.</summary>
    Auto,

    /// <summary>Nothing: the recogniser gets the page as it is.</summary>
    None,
}
