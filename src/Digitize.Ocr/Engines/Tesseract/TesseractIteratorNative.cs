using System.Runtime.InteropServices;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>The part of Tesseract's C API that walks over what was read.</summary>
internal static partial class TesseractIteratorNative
{
    private const string Library = TesseractLibrary.Name;

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")]
    internal static partial void Delete(nint results);

    /// <summary>The same iterator seen as a page iterator; not to be deleted.</summary>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetPageIterator")]
    internal static partial nint AsPageIterator(nint results);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    internal static partial int Next(nint results, Level level);

    /// <summary>To be freed with <see cref="TesseractNative.DeleteText"/>; null where there is no text.</summary>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")]
    internal static partial nint Text(nint results, Level level);

    /// <summary>0 to 100.</summary>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")]
    internal static partial float Confidence(nint results, Level level);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtFinalElement")]
    internal static partial int IsLast(nint page, Level level, Level element);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    internal static partial int Bounds(
        nint page, Level level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBaseline")]
    internal static partial int Baseline(nint page, Level level, out int x1, out int y1, out int x2, out int y2);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBlockType")]
    internal static partial BlockType BlockType(nint page);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetChoiceIterator")]
    internal static partial nint Choices(nint results);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorDelete")]
    internal static partial void DeleteChoices(nint choices);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorNext")]
    internal static partial int NextChoice(nint choices);

    /// <summary>Belongs to the iterator: not to be freed.</summary>
    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorGetUTF8Text")]
    internal static partial nint ChoiceText(nint choices);

    /// <summary>0 to 100.</summary>
    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorConfidence")]
    internal static partial float ChoiceConfidence(nint choices);
}

/// <summary>Tesseract's RIL_… values.</summary>
internal enum Level
{
    Block = 0,
    TextLine = 2,
    Word = 3,
    Symbol = 4,
}

/// <summary>Tesseract's PT_… values: those from 1 to 8 hold text.</summary>
internal enum BlockType
{
    FlowingText = 1,
    CaptionText = 8,
}
