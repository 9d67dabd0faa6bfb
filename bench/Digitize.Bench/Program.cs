using Digitize.Bench;
using Digitize.Imaging;

// What bench/tiles and bench/fuzz start; a process of its own, so that its peak memory is that of the work alone.
VipsSetup.Once();
switch (args)
{
    case ["tiles", var file, var pyramid, var degrees]:
        await Tiling.OursAsync(file, pyramid, double.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["plain", var file, var pyramid]:
        Tiling.Plain(file, pyramid);
        return 0;
    case ["requests", var pyramid]:
        TileRequests.Measure(pyramid);
        return 0;
    case ["samples", var folder]:
        FuzzSamples.Write(folder);
        return 0;
    case ["fuzz"]:
        await FuzzedFiles.OpenAllAsync();
        return 0;
    case ["labels"]:
        LabelSequences.Measure();
        return 0;
    case ["layout", var folder, "truth" or "tesseract"]:
        await LayoutPages.MeasureAsync(folder, read: args[2] == "tesseract");
        return 0;
    default:
        Console.Error.WriteLine("tiles FILE PYRAMID DEGREES | plain FILE PYRAMID | requests PYRAMID | samples FOLDER | fuzz < paths | layout FOLDER truth|tesseract | labels");
        return 2;
}
