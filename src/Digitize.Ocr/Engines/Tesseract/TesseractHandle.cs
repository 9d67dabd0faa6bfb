using Microsoft.Win32.SafeHandles;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Owns one <c>TessBaseAPI</c>.</summary>
internal sealed class TesseractHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        TesseractNative.Delete(handle);
        return true;
    }
}
