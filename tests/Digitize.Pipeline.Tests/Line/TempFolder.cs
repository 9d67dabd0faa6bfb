namespace Digitize.Pipeline.Tests.Line;

/// <summary>A folder of its own for one test, gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digitize-pipeline-");

    public string Root => _folder.FullName;

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file below the folder, with the folders it lies in.</summary>
    /// <returns>Its path.</returns>
    public string Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public string Put(string name, string content = "x") => Put(name, System.Text.Encoding.UTF8.GetBytes(content));

    public void Dispose() => _folder.Delete(recursive: true);
}
