using Digitize.Core.Inspection;

namespace Digitize.Cli.Screens;

/// <summary>The checks' names and figures in the user's language.</summary>
internal static class CheckWords
{
    public static string Name(string check) => check switch
    {
        CheckNames.Ppi => Say.Text("Độ phân giải", "Resolution"),
        CheckNames.Sharpness => Say.Text("Độ nét", "Sharpness"),
        CheckNames.ClippedBlack => Say.Text("Mất chi tiết vùng tối", "Clipped shadows"),
        CheckNames.ClippedWhite => Say.Text("Mất chi tiết vùng sáng", "Clipped highlights"),
        CheckNames.Noise => Say.Text("Nhiễu", "Noise"),
        CheckNames.UnevenLight => Say.Text("Sáng không đều", "Uneven light"),
        CheckNames.Blank => Say.Text("Lượng mực (trang trắng)", "Ink (blank page)"),
        CheckNames.ColourCast => Say.Text("Ám màu", "Colour cast"),
        CheckNames.Profile => Say.Text("Hồ sơ màu ICC", "Colour profile"),
        CheckNames.Compression => Say.Text("Chất lượng nén", "Compression quality"),
        CheckNames.BorderIntrusion => Say.Text("Ngón tay, góc gấp", "Finger or folded corner"),
        CheckNames.Orientation => Say.Text("Chiều trang (độ phải xoay)", "Orientation (degrees to turn)"),
        _ => check,
    };

    public static string Figure(string check, double? value) => value switch
    {
        null => "–",
        _ => value.Value.ToString(Format(check), Say.Culture),
    };

    private static string Format(string check) => check switch
    {
        CheckNames.Ppi => "0 ppi",
        CheckNames.Sharpness => "0.00",
        CheckNames.ClippedBlack or CheckNames.ClippedWhite or CheckNames.UnevenLight => "0.0 %",
        CheckNames.Blank => "0.000 %",
        CheckNames.BorderIntrusion => "0.00 %",
        CheckNames.Noise => "0.0",
        CheckNames.ColourCast => "0.0",
        CheckNames.Orientation => "0°",
        _ => "0",
    };
}
