using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Lets Tesseract ask before each line of text whether to stop (ETEXT_DESC's cancel callback).</summary>
internal sealed class TesseractMonitor : IDisposable
{
    private GCHandle _token;

    internal unsafe TesseractMonitor(CancellationToken ct)
    {
        _token = GCHandle.Alloc(ct);
        Pointer = TesseractNative.CreateMonitor();
        TesseractNative.SetCancelThis(Pointer, GCHandle.ToIntPtr(_token));
        TesseractNative.SetCancelFunction(Pointer, &IsCancelled);
    }

    internal nint Pointer { get; }

    public void Dispose()
    {
        TesseractNative.DeleteMonitor(Pointer);
        _token.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsCancelled(nint context, int words) =>
        GCHandle.FromIntPtr(context).Target is CancellationToken { IsCancellationRequested: true } ? (byte)1 : (byte)0;
}
