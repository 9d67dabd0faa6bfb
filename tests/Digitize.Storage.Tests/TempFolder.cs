namespace Digitize.Storage.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digitize-storage-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
