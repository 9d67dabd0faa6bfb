using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Storage;
using Digitize.Storage.Rows;
using Digitize.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Access;

/// <summary>Someone who can sign in before anyone could invite them.</summary>
public sealed record FirstUser(string UserName, string Role, string Password);

/// <summary>Makes one user for each role on the very first start, so that nobody ships with a known password.</summary>
public static class FirstUsers
{
    /// <summary>Letters and digits that are not taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int PasswordLength = 16;

    public static string FilePath(StorageOptions storage) => Path.Combine(storage.DataFolder, "first-users.txt");

    /// <summary>
    /// Adds the roles that are missing and, when there is no user at all, one user for each role. Their passwords are
    /// returned and written to <see cref="FilePath"/>, which only the owner can read.
    /// </summary>
    /// <returns>Empty when there were users.</returns>
    public static async Task<IReadOnlyList<FirstUser>> CreateAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<Role>>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Check(await roles.CreateAsync(new Role { Name = role }));
            }
        }

        if (await users.Users.AnyAsync(ct))
        {
            return [];
        }

        // The file comes first: a password that nobody was told of would lock everyone out.
        var first = Roles.All.Select(role => new FirstUser(role, role, NewPassword())).ToList();
        await WriteAsync(FilePath(scope.ServiceProvider.GetRequiredService<StorageOptions>()), first, ct);
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        await using var together = await db.Database.BeginTransactionAsync(ct);
        foreach (var person in first)
        {
            var user = new User { UserName = person.UserName, DisplayName = person.UserName };
            Check(await users.CreateAsync(user, person.Password));
            Check(await users.AddToRoleAsync(user, person.Role));
        }

        // All or none: a program that dies in between would otherwise never make the rest, the administrator among them.
        await together.CommitAsync(ct);
        return first;
    }

    /// <summary>Gives someone a new random password and a role, and lifts a lock-out; makes the person when there is none.</summary>
    /// <returns>Told once: only a hash is kept.</returns>
    public static async Task<FirstUser> RenewAsync(IServiceProvider services, string userName, string role, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var user = await users.FindByNameAsync(userName);
        if (user is null)
        {
            user = new User { UserName = userName, DisplayName = userName };
            Check(await users.CreateAsync(user));
        }

        var password = NewPassword();
        Check(await users.RemovePasswordAsync(user));
        Check(await users.AddPasswordAsync(user, password));
        Check(await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user)));
        Check(await users.AddToRoleAsync(user, role));
        Check(await users.SetLockoutEndDateAsync(user, null));
        db.Audit.Add(new AuditEntry
        {
            At = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
            Who = $"{Environment.UserName}@{Environment.MachineName}",
            Action = "user.renew",
            SubjectId = user.Id,
            Detail = JsonSerializer.Serialize(new { userName, role }),
        });
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return new FirstUser(userName, role, password);
    }

    private static async Task WriteAsync(string path, IEnumerable<FirstUser> users, CancellationToken ct)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(Encoding.UTF8.GetBytes(
            string.Concat(users.Select(user => $"{user.UserName}\t{user.Password}\n"))), ct);
    }

    private static string NewPassword() => RandomNumberGenerator.GetString(Alphabet, PasswordLength);

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
