using Digitize.Ocr.Engines.Tesseract;

namespace Digitize.Ocr.Tests;

public sealed class TesseractSystemTests
{
    [Theory]
    [InlineData("vie", "tesseract-ocr-vie")]
    [InlineData("chi_tra_vert", "tesseract-ocr-chi-tra-vert")]
    [InlineData("Vietnamese", "tesseract-ocr-script-viet")]
    public void ModelPackage_IsDebians_OnLinux(string model, string package) =>
        Assert.Equal(package, TesseractSystem.Linux.ModelPackage(model));

    [Fact]
    public void EverySystem_KnowsFilesFoldersAndRemedies()
    {
        Assert.Contains("/opt/homebrew/lib/libtesseract.5.dylib", TesseractSystem.Mac.LibraryFiles);
        Assert.Contains("libtesseract-5.dll", TesseractSystem.Windows.LibraryFiles);
        Assert.Contains("tesseract53.dll", TesseractSystem.Windows.LibraryFiles);
        Assert.All([TesseractSystem.Linux, TesseractSystem.Mac, TesseractSystem.Windows], system =>
        {
            Assert.NotEmpty(system.LibraryFiles);
            Assert.NotEqual("", system.LibraryPackage);
            Assert.NotEqual("", system.ModelPackage("vie"));
        });
        Assert.Equal(OperatingSystem.IsLinux(), TesseractSystem.Current == TesseractSystem.Linux);
    }
}
