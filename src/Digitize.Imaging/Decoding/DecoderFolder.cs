namespace Digitize.Imaging.Decoding;

/// <summary>
/// A temporary folder for one start of a decoder, with a link to the scan under a plain name: some decoders read
/// brackets and percent signs in a name as commands.
/// </summary>
internal sealed class DecoderFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digitize-decoder-");

    public DecoderFolder(string scan)
    {
        Scan = Path.Combine(_folder.FullName, "scan");
        File.CreateSymbolicLink(Scan, Path.GetFullPath(scan));
    }

    public string FullName => _folder.FullName;

    public string Scan { get; }

    public string this[string name] => Path.Combine(_folder.FullName, Path.GetFileName(name));

    public void Dispose() => _folder.Delete(recursive: true);
}
