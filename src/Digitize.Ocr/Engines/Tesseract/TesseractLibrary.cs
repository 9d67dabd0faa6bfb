using System.Reflection;
using System.Runtime.InteropServices;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Finds Tesseract's shared library under each system's name; sets what must be set before it loads.</summary>
internal static partial class TesseractLibrary
{
    internal const string Name = "tesseract";

    private static readonly Lazy<nint> Handle = new(Load);

    internal static bool IsInstalled => Handle.Value != 0;

    /// <summary>Limits OpenMP to one thread. Once is enough; more does no harm.</summary>
    internal static void Prepare()
    {
        // With OpenMP's two threads the same page took ten times longer (70 s against 6.7 s): they spin while they
        // wait for each other. libgomp reads the C environment when it loads, and on Unix .NET's
        // Environment.SetEnvironmentVariable changes only .NET's own copy of it.
        const string limit = "OMP_THREAD_LIMIT";
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(limit, "1");
        }
        else
        {
            _ = SetEnvironment(limit, "1", overwrite: 1);
        }
    }

    /// <exception cref="DllNotFoundException">There is no Tesseract 5; the message says what was tried and what installs it.</exception>
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name != Name ? 0
        : Handle.Value != 0 ? Handle.Value
        : throw new DllNotFoundException(
            $"Tesseract 5 was not found as {string.Join(", ", TesseractSystem.Current.LibraryFiles)}. Install {TesseractSystem.Current.LibraryPackage}.");

    private static nint Load()
    {
        Prepare();
        foreach (var file in TesseractSystem.Current.LibraryFiles)
        {
            if (NativeLibrary.TryLoad(file, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
