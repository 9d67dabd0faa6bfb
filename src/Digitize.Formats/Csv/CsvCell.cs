using System.Buffers;

namespace Digitize.Formats.Csv;

/// <summary>One cell of CSV (RFC 4180) that a spreadsheet shows and never runs.</summary>
public static class CsvCell
{
    /// <summary>What makes a spreadsheet read a formula, also in full width (OWASP, "CSV Injection").</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\t\r\n");

    /// <summary>The cell, quoted where it must be, with an apostrophe before what a spreadsheet would run.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = FormulaStarts.Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(Quoted)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
