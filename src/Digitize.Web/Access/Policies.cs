using System.Net;
using System.Security.Claims;
using Digitize.Storage.Identity;
using Microsoft.AspNetCore.Authorization;

namespace Digitize.Web.Access;

/// <summary>Who may do what. A name here is a question asked of a person, not a role.</summary>
internal static class Policies
{
    /// <summary>Anyone who works here.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Releases batches, tries pages again.</summary>
    public const string RunsTheLine = nameof(RunsTheLine);

    /// <summary>Corrects what was read.</summary>
    public const string Corrects = nameof(Corrects);

    /// <summary>Lets documents out to readers and takes them back.</summary>
    public const string Publishes = nameof(Publishes);

    public const string Administers = nameof(Administers);

    /// <summary>Administrators, and whoever asks from this very machine without a proxy between.</summary>
    public const string ReadsFigures = nameof(ReadsFigures);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireRole(Roles.All));
        options.AddPolicy(RunsTheLine, policy => policy.RequireRole(Roles.Technician, Roles.Curator, Roles.Administrator));
        options.AddPolicy(Corrects, policy => policy.RequireRole(Roles.Curator, Roles.Administrator));
        options.AddPolicy(Publishes, policy => policy.RequireRole(Roles.Curator, Roles.Administrator));
        options.AddPolicy(Administers, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(ReadsFigures, policy => policy.RequireAssertion(context =>
            context.User.IsInRole(Roles.Administrator)
            || (context.Resource is HttpContext http && IsThisMachine(http))));
        options.FallbackPolicy = options.GetPolicy(Staff);
    }

    public static bool IsStaff(this ClaimsPrincipal user) => Roles.All.Any(user.IsInRole);

    public static string Name(this ClaimsPrincipal user) => user.Identity?.Name
        ?? throw new InvalidOperationException("Only a person who has signed in may do this.");

    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}
