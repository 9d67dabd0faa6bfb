using Digitize.Core.Outcomes;
using Microsoft.AspNetCore.Localization;

namespace Digitize.Web.Culture;

/// <summary>
/// Vietnamese unless the reader asked for English. The browser's own preference is not heeded: staff share machines
/// that were set up in English, and the working language of the house is Vietnamese.
/// </summary>
internal static class Languages
{
    private const string CookieName = "digitize.language";

    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(ReasonTexts.Vietnamese),
        SupportedCultures = [ReasonTexts.Vietnamese, ReasonTexts.English],
        SupportedUICultures = [ReasonTexts.Vietnamese, ReasonTexts.English],
        RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider(),
            new CookieRequestCultureProvider { CookieName = CookieName },
        ],
    };

    /// <summary>Remembers a language that was asked for by <c>?culture=</c>.</summary>
    public static Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        var feature = context.Features.Get<IRequestCultureFeature>();
        if (feature?.Provider is QueryStringRequestCultureProvider)
        {
            context.Response.Cookies.Append(
                CookieName,
                CookieRequestCultureProvider.MakeCookieValue(feature.RequestCulture),
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                });
        }

        return next(context);
    }

    /// <summary>This page in the other language.</summary>
    public static string SwitchAddress(HttpRequest request, string culture) =>
        $"{request.PathBase}{request.Path}" + QueryString.Create(
            request.Query.Where(pair => pair.Key is not ("culture" or "ui-culture" or "handler"))
                .Append(new("culture", culture)));
}
