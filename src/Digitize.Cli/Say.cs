using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Digitize.Cli;

/// <summary>Words on the terminal: Vietnamese, or English when the system is set to it.</summary>
internal static class Say
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static CultureInfo Culture { get; } =
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            ? Core.Outcomes.ReasonTexts.English
            : Core.Outcomes.ReasonTexts.Vietnamese;

    public static string Text(string vi, string en) => Culture.TwoLetterISOLanguageName == "en" ? en : vi;

    public static void Line(string vi, string en) => AnsiConsole.MarkupLineInterpolated($"{Text(vi, en)}");

    public static int Fault(string vi, string en)
    {
        Console.Error.WriteLine(Text(vi, en));
        return ExitCodes.Fault;
    }

    /// <summary>For machines: one JSON value on standard output, whatever the language.</summary>
    public static void AsJson(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));
}
