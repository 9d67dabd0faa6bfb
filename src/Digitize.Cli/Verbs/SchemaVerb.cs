using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;

namespace Digitize.Cli.Verbs;

/// <summary>Prints the JSON schema of recipes, which <c>pipelines/recipe.schema.json</c> holds for editors.</summary>
internal static class SchemaVerb
{
    public static Command Make()
    {
        var verb = new Command("schema", "JSON schema của quy trình · the JSON schema of recipes");
        verb.SetAction(async (_, _) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddLine(ProgramOptions.Read()).BuildServiceProvider();
            Console.Out.Write(RecipeSchema.Write(services.GetServices<IPipelineStep>()));
            return ExitCodes.Through;
        });
        return verb;
    }
}
