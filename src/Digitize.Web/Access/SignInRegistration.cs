using Digitize.Storage;
using Digitize.Storage.Identity;
using Digitize.Storage.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;

namespace Digitize.Web.Access;

public static class SignInRegistration
{
    /// <summary>A password's shortest length.</summary>
    internal const int PasswordLength = 10;

    /// <summary>People, their passwords and roles, without anything of the web.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services) => services.AddIdentityCore<User>(options =>
        {
            options.Password.RequiredLength = PasswordLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        })
        .AddRoles<Role>()
        .AddEntityFrameworkStores<DigitizeDb>();

    internal static void AddSignIn(this IServiceCollection services)
    {
        services.AddPeople().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "digitize";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/error/403";
            options.ReturnUrlParameter = "back";

            // A machine is told the status; only a person is sent to a form.
            options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, context.RedirectUri, 401);
            options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, null, 403);
        });
        services.AddAuthorization(Policies.Add);

        // Web processes that share work must share this folder, or each forgets the others' sign-ins.
        services.AddDataProtection().SetApplicationName("Digitize");
        services.AddOptions<KeyManagementOptions>().Configure<StorageOptions, ILoggerFactory>((keys, storage, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(
                Directory.CreateDirectory(Path.Combine(storage.DataFolder, "keys")), logs));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "digitize.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static Task Answer(HttpContext context, string? formAddress, int status)
    {
        if (formAddress is not null && HttpMethods.IsGet(context.Request.Method)
            && context.Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/html"))
        {
            context.Response.Redirect(formAddress);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
