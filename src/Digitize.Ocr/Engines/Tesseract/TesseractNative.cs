using System.Runtime.InteropServices;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Tesseract 5's C API (<c>tesseract/capi.h</c>), as far as it is used. Text is UTF-8.</summary>
internal static partial class TesseractNative
{
    private const string Library = TesseractLibrary.Name;

    static TesseractNative()
    {
        NativeLibrary.SetDllImportResolver(typeof(TesseractNative).Assembly, TesseractLibrary.Resolve);
        // Tesseract's chatter ("Estimating resolution as …") belongs to no log. The variable is shared by all
        // engines, so it is set once, before any of them runs.
        using var any = Create();
        SetVariable(any, "debug_file", "/dev/null");
    }

    [LibraryImport(Library, EntryPoint = "TessVersion")]
    internal static partial nint Version();

    [LibraryImport(Library, EntryPoint = "TessDeleteText")]
    internal static partial void DeleteText(nint text);

    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")]
    internal static partial TesseractHandle Create();

    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")]
    internal static partial void Delete(nint api);

    /// <summary>0 when the models are loaded.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit4", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Initialize(
        TesseractHandle api, string folder, string languages, int engineMode, nint configs, int configCount,
        string[] variables, string[] values, nuint variableCount, int onlyNonDebug);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetVariable(TesseractHandle api, string name, string value);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")]
    internal static partial void SetSegmentation(TesseractHandle api, PageSegmentation mode);

    /// <summary>Copies the pixels.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage")]
    internal static partial void SetImage(
        TesseractHandle api, ReadOnlySpan<byte> pixels, int width, int height, int bytesPerPixel, int stride);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")]
    internal static partial void SetResolution(TesseractHandle api, int ppi);

    /// <summary>0 when the page was read to its end.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")]
    internal static partial int Recognize(TesseractHandle api, nint monitor);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")]
    internal static partial nint Results(TesseractHandle api);

    /// <summary>Forgets the image and what was read on it; the models stay loaded.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")]
    internal static partial void Clear(TesseractHandle api);

    [LibraryImport(Library, EntryPoint = "TessMonitorCreate")]
    internal static partial nint CreateMonitor();

    [LibraryImport(Library, EntryPoint = "TessMonitorDelete")]
    internal static partial void DeleteMonitor(nint monitor);

    [LibraryImport(Library, EntryPoint = "TessMonitorSetCancelThis")]
    internal static partial void SetCancelThis(nint monitor, nint context);

    [LibraryImport(Library, EntryPoint = "TessMonitorSetCancelFunc")]
    internal static unsafe partial void SetCancelFunction(
        nint monitor, delegate* unmanaged[Cdecl]<nint, int, byte> function);
}

/// <summary>Tesseract's PSM_… values in use.</summary>
internal enum PageSegmentation
{
    Auto = 3,
    SingleVerticalBlock = 5,
}
