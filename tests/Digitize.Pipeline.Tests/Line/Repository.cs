namespace Digitize.Pipeline.Tests.Line;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Pipelines => Path.Combine(Root, "pipelines");

    public static string Samples => Path.Combine(Root, "sample-scans", "incoming");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Digitize.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("There is no Digitize.sln above the tests.");
    }
}
