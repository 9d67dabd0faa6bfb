namespace Digitize.House.Tests;

/// <summary>DESIGN.md section 3: which project knows which.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Pure = ["Core", "Decoder", "Imaging", "Ocr", "Formats"];

    private static readonly string[] RowsJobsAndRequests =
        ["Microsoft.EntityFrameworkCore", "Npgsql", "Hangfire", "Microsoft.AspNetCore"];

    [Theory]
    [InlineData("Core", "")]
    [InlineData("Decoder", "")]
    [InlineData("Imaging", "Core Decoder")]
    [InlineData("Ocr", "Core")]
    [InlineData("Formats", "Core")]
    [InlineData("Storage", "Core")]
    [InlineData("Pipeline", "Core Formats Imaging Ocr Storage")]
    [InlineData("Web", "Core Formats Imaging Pipeline Storage")]
    public void Project_ReferencesWhatTheDesignSays(string room, string rooms)
    {
        var project = Checkout.Projects("src").Single(path => Checkout.Room(path) == room);

        var references = Checkout.Includes(project, "ProjectReference").Select(Checkout.Room).Order(StringComparer.Ordinal);

        Assert.Equal(rooms, string.Join(' ', references));
    }

    [Fact]
    public void Projects_AreThoseOfTheDesign()
    {
        var rooms = Checkout.Projects("src").Select(Checkout.Room).Order(StringComparer.Ordinal);

        Assert.Equal(["Cli", "Core", "Decoder", "Formats", "Imaging", "Ocr", "Pipeline", "Storage", "Web"], rooms);
    }

    [Fact]
    public void PureProjects_SeeNoDatabaseJobOrRequest()
    {
        var seen = Checkout.Projects("src").Where(project => Pure.Contains(Checkout.Room(project)))
            .SelectMany(project => Checkout.Includes(project, "PackageReference")
                .Concat(Checkout.Includes(project, "FrameworkReference"))
                .Select(package => $"{Checkout.Room(project)} → {package}"))
            .Where(arrow => RowsJobsAndRequests.Any(arrow.Contains));

        Assert.Empty(seen);
    }

    [Fact]
    public void Core_HasNoPackages() =>
        Assert.Empty(Checkout.Includes(Checkout.Projects("src").Single(path => Checkout.Room(path) == "Core"), "PackageReference"));
}
