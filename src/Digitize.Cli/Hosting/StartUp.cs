using Digitize.Pipeline.Recipes;

namespace Digitize.Cli.Hosting;

/// <summary>What is said and refused before a process begins to work.</summary>
internal static class StartUp
{
    /// <summary>Tells every fault of every recipe. A broken recipe stops its own batches only; without any there is no work.</summary>
    /// <returns>False when there is not one sound recipe.</returns>
    public static bool HasRecipes(IServiceProvider services)
    {
        var shelf = services.GetRequiredService<RecipeShelf>();
        foreach (var fault in shelf.Faults)
        {
            Console.Error.WriteLine(fault.Text(Say.Culture));
        }

        return shelf.Recipes.Count > 0;
    }
}
