using System.Text.Json;

namespace Digitize.House.Tests;

public sealed class LockFileTests
{
    [Fact]
    public void Projects_HaveALockFile()
    {
        var without = Checkout.Projects("src").Concat(Checkout.Projects("tests"))
            .Where(project => !File.Exists(LockOf(project))).Select(Checkout.Relative);

        Assert.Empty(without);
    }

    /// <summary>NU1603: the registry lacked the version that was asked for, and another one came.</summary>
    [Fact]
    public void Packages_AreTheVersionsAskedFor()
    {
        var others = Checkout.Projects("src").Concat(Checkout.Projects("tests")).Where(project => File.Exists(LockOf(project)))
            .SelectMany(project => Direct(LockOf(project)).Where(package => package.Asked != package.Came)
                .Select(package => $"{Checkout.Room(project)}: {package.Name} {package.Asked} asked, {package.Came} came"));

        Assert.Empty(others);
    }

    private static string LockOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");

    private static List<(string Name, string Asked, string Came)> Direct(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        return
        [
            .. from framework in json.RootElement.GetProperty("dependencies").EnumerateObject()
               from package in framework.Value.EnumerateObject()
               where package.Value.TryGetProperty("requested", out _)
               select (package.Name,
                   package.Value.GetProperty("requested").GetString()!.Trim('[', ']', '(', ')').Split(',')[0].Trim(),
                   package.Value.GetProperty("resolved").GetString()!),
        ];
    }
}
