namespace Digitize.Cli.Hosting;

/// <summary>Drops a folder of scans into the watch folder, whole or not at all. The folder itself is left as it is.</summary>
internal static class Drop
{
    /// <param name="target">Below the watch folder; must not be there yet.</param>
    public static void Copy(string folder, string target)
    {
        var unfinished = target + ".partial";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(unfinished, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        File.WriteAllText(Path.Combine(unfinished, Pipeline.Intake.BatchDescription.ReadyName), "");
        Directory.Move(unfinished, target);
    }
}
