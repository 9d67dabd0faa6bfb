using System.Xml.Linq;

namespace Digitize.House.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project file below <c>src</c> or <c>tests</c>.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>Hand-written C# files: no build output, no migrations.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Parts(path).Intersect(["bin", "obj", "node_modules", "Migrations"]).Any())
            .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal));

    /// <summary>What the project names of the given kind of item: <c>ProjectReference</c>, <c>PackageReference</c>.</summary>
    public static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(project).Descendants(item).Select(element => element.Attribute("Include")!.Value);

    /// <summary><c>Core</c> for <c>…/Digitize.Core.csproj</c>.</summary>
    public static string Room(string project) => Path.GetFileNameWithoutExtension(project)["Digitize.".Length..];

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string[] Parts(string path) => Relative(path).Split(Path.DirectorySeparatorChar);

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
