using Microsoft.AspNetCore.Identity;

namespace Digitize.Storage.Identity;

/// <summary>A person who signs in.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    public required string DisplayName { get; set; }
}

/// <summary>What a person may do. Roles are fixed; see <see cref="Roles"/>.</summary>
public sealed class Role : IdentityRole<Guid>;

/// <summary>The four kinds of people of DESIGN.md.</summary>
public static class Roles
{
    public const string Technician = "technician";
    public const string Curator = "curator";
    public const string Manager = "manager";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Technician, Curator, Manager, Administrator];
}
