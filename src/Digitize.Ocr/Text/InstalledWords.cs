using System.Text;

namespace Digitize.Ocr.Text;

/// <summary>
/// The words of the dictionaries that the machine has (Debian's hunspell-vi, hunspell-fr), as they stand in them, without
/// their endings. Read where they are, never copied: they have licences of their own. None installed is no fault.
/// </summary>
internal static class InstalledWords
{
    private const int LargestFile = 16 * 1024 * 1024;

    private static readonly string[] Files = ["/usr/share/hunspell/vi_VN.dic", "/usr/share/hunspell/fr_FR.dic"];

    private static readonly Lazy<HashSet<string>> Words = new(Read);

    internal static bool Has(string word) => Words.Value.Contains(word);

    private static HashSet<string> Read()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files.Where(file => File.Exists(file) && new FileInfo(file).Length < LargestFile))
        {
            words.UnionWith(File.ReadLines(file).Select(line => line.Split('/', '\t')[0].Trim().Normalize(NormalizationForm.FormC)));
        }

        return words;
    }
}
