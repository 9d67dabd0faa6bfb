namespace Digitize.Integration.Tests;

/// <summary>Where things lie in the checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Samples => Path.Combine(Root, "sample-scans");

    public static string Program => Path.Combine(Root, "src/Digitize.Cli/bin", Configuration, "net10.0/digitize.dll");

    public static string Azurite => Path.Combine(Root, "tests/tools/node_modules/azurite/dist/src/blob/main.js");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Digitize.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in a checkout.");
        }

        return folder.FullName;
    }
}
