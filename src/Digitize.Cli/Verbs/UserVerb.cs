using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Storage;
using Digitize.Storage.Identity;
using Digitize.Web.Access;

namespace Digitize.Cli.Verbs;

/// <summary>Makes a person who can sign in, or gives one a new password and role. The password is shown once.</summary>
internal static class UserVerb
{
    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "Tên đăng nhập · user name" };
        var role = new Option<string>("--role") { Description = string.Join(", ", Roles.All), Required = true };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var verb = new Command("user", "Thêm người dùng hoặc đặt lại mật khẩu · add a user or renew a password") { name, role };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(name)!, parsed.GetValue(role)!, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string name, string role, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        await using (await Rows.OpenAsync(options, ct))
        {
            // Brings a desk's rows up to date when no server has.
        }

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(options.Storage);
        services.AddPeople();
        await using var provider = services.BuildServiceProvider();
        try
        {
            await FirstUsers.CreateAsync(provider, ct);
            var person = await FirstUsers.RenewAsync(provider, name, role, ct);
            Console.Out.WriteLine($"{person.UserName}\t{person.Role}\t{person.Password}");
            return ExitCodes.Through;
        }
        catch (InvalidOperationException refused)
        {
            return Say.Fault($"Không đặt được người dùng «{name}»: {refused.Message}", $"The user “{name}” cannot be set: {refused.Message}");
        }
    }
}
