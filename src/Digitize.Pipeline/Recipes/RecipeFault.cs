using System.Globalization;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Recipes;

/// <summary>Something wrong in a YAML file that a person wrote, with the place.</summary>
/// <param name="Line">From 1.</param>
public sealed record RecipeFault(string File, long Line, Reason Reason)
{
    public string Text(CultureInfo culture) => $"{File}:{Line}: {Reason.Text(culture)}";
}
