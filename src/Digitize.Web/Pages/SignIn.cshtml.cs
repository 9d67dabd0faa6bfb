using Digitize.Storage.Identity;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Digitize.Web.Pages;

public sealed class SignInModel(SignInManager<User> signIn, Texts texts) : PageModel
{
    private const int MaximumLength = 256;

    /// <summary>Where the person wanted to go; only addresses of this site are followed.</summary>
    public string? Back { get; private set; }

    public string? UserName { get; private set; }

    public string? Refusal { get; private set; }

    public void OnGet(string? back) => Back = back;

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? back)
    {
        Back = back;
        UserName = name;
        if (name is not { Length: > 0 and <= MaximumLength } || password is not { Length: > 0 and <= MaximumLength })
        {
            Refusal = texts["signin.wrong"];
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(back) ? back : Url.Content("~/"));
        }

        Refusal = texts[result.IsLockedOut ? "signin.locked" : "signin.wrong"];
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect(Url.Content("~/"));
    }
}
