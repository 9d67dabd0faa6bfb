using System.Globalization;
using System.Resources;

namespace Digitize.Web.Culture;

/// <summary>The words on the screens, in the language of the request: Vietnamese in <c>Texts.resx</c>, English beside it.</summary>
public sealed class Texts
{
    private static readonly ResourceManager Resources = new("Digitize.Web.Culture.Texts", typeof(Texts).Assembly);

    /// <summary>The text behind a key; the key itself when there is none, which a test forbids.</summary>
    public string this[string key] => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>The text with its <c>{0}</c>, <c>{1}</c> … filled in, figures as the language writes them.</summary>
    public string this[string key, params object?[] facts] =>
        string.Format(CultureInfo.CurrentCulture, this[key], facts);

    /// <summary>The word for an enumeration's value: key <c>TypeName.Value</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];
}
