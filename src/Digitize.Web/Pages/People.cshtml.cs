using Digitize.Storage.Rows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Pages;

/// <summary>Who can sign in, and as what.</summary>
public sealed class PeopleModel(DigitizeDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var users = await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToListAsync(ct);
        var roles = (await db.UserRoles
            .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
            .ToListAsync(ct)).ToLookup(link => link.UserId, link => link.Name!);
        var now = clock.GetUtcNow();
        People = [.. users.Select(user => new Person(
            user.DisplayName, user.UserName!, [.. roles[user.Id].Order()], user.LockoutEnd > now))];
    }

    public sealed record Person(string DisplayName, string UserName, IReadOnlyList<string> Roles, bool Locked);
}
