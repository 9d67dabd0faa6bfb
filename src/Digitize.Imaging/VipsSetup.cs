using NetVips;

namespace Digitize.Imaging;

/// <summary>
/// What libvips may do in this process, set once before its first use: one thread a call (workers run in parallel
/// already), no cache, and no loader but TIFF, JPEG, PNG and WebP.
/// </summary>
public static class VipsSetup
{
    private static readonly Lazy<bool> Done = new(Set);

    public static void Once() => _ = Done.Value;

    private static bool Set()
    {
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        Operation.Block("VipsForeignLoadTiff", false);
        Operation.Block("VipsForeignLoadJpeg", false);
        Operation.Block("VipsForeignLoadPng", false);
        Operation.Block("VipsForeignLoadWebp", false);

        // The cache knows a file by its path alone, and would show what stood there before.
        Cache.Max = 0;

        // A broken PNG writes a thousand warnings to stderr; what matters of them comes as an exception.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        return true;
    }
}
