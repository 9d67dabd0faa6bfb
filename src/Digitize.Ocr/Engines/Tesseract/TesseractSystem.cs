namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Where Tesseract 5 and its models lie on an operating system, and what installs them.</summary>
/// <param name="LibraryFiles">Names the loader looks up, and full paths, in the order they are tried.</param>
/// <param name="ModelFolders">Of traineddata files, in the order they are looked at.</param>
/// <param name="LibraryPackage">What to install when there is no library.</param>
internal sealed record TesseractSystem(
    IReadOnlyList<string> LibraryFiles, IReadOnlyList<string> ModelFolders, string LibraryPackage, Func<string, string> ModelPackage)
{
    /// <summary>Debian and its like.</summary>
    internal static TesseractSystem Linux { get; } = new(
        ["libtesseract.so.5"],
        ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata"],
        "libtesseract5",
        DebianPackage);

    /// <summary>Homebrew on Apple silicon and on Intel, then MacPorts: none of their folders is on the loader's path.</summary>
    internal static TesseractSystem Mac { get; } = new(
        [
            "libtesseract.5.dylib", "/opt/homebrew/lib/libtesseract.5.dylib", "/usr/local/lib/libtesseract.5.dylib",
            "/opt/local/lib/libtesseract.5.dylib",
        ],
        ["/opt/homebrew/share/tessdata", "/usr/local/share/tessdata", "/opt/local/share/tessdata"],
        "tesseract (brew install)",
        _ => "tesseract-lang (brew install)");

    /// <summary>The installer of the University Library of Mannheim for all users or for one, then vcpkg's names beside the program.</summary>
    internal static TesseractSystem Windows { get; } = WindowsAt(
        [
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs"),
        ]);

    internal static TesseractSystem Current { get; } =
        OperatingSystem.IsWindows() ? Windows : OperatingSystem.IsMacOS() ? Mac : Linux;

    private static TesseractSystem WindowsAt(string[] programs)
    {
        var installed = programs.Where(folder => folder.EnumerateRunes().Any()).Select(folder => Path.Combine(folder, "Tesseract-OCR")).ToList();
        return new(
            [
                "libtesseract-5.dll", .. installed.Select(folder => Path.Combine(folder, "libtesseract-5.dll")),
                "tesseract55.dll", "tesseract54.dll", "tesseract53.dll",
            ],
            [.. installed.Select(folder => Path.Combine(folder, "tessdata"))],
            "UB-Mannheim.TesseractOCR (winget install)",
            model => $"{model}.traineddata (UB-Mannheim.TesseractOCR: Additional language data)");
    }

    /// <summary>Languages by their code; a script's model begins with a capital and lies in a package of its own kind.</summary>
    private static string DebianPackage(string model) => "tesseract-ocr-" + model switch
    {
        "Vietnamese" => "script-viet",
        "Latin" => "script-latn",
        _ => model.ToLowerInvariant().Replace('_', '-'),
    };
}
