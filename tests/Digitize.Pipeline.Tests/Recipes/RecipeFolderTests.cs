using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Recipes;

/// <summary>The recipes that come with the program, and what the shelf makes of others.</summary>
public sealed class RecipeFolderTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    private StepCatalogue Steps => _line.Services.GetRequiredService<StepCatalogue>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public void Pipelines_AreWithoutFault()
    {
        var shelf = new RecipeShelf(new RecipeReader(Steps), Repository.Pipelines);

        Assert.Equal([], shelf.Faults.Select(fault => fault.Text(ReasonTexts.English)));
        Assert.Equal(Directory.GetFiles(Repository.Pipelines, "*.yaml").Length, shelf.Recipes.Count);
    }

    [Fact]
    public void Pipelines_LackNothingOnThisMachine()
    {
        var shelf = new RecipeShelf(new RecipeReader(Steps), Repository.Pipelines);

        var missing = shelf.Recipes.SelectMany(recipe => recipe.Steps).SelectMany(spec => spec.Step.Missing(spec.Options));

        Assert.Equal([], missing.Select(reason => reason.Text(ReasonTexts.English)));
    }

    /// <summary>When it differs because steps changed on purpose: <c>UPDATE_SCHEMA=1 dotnet test tests/Digitize.Pipeline.Tests</c>.</summary>
    [Fact]
    public void Schema_IsThatOfTheSteps()
    {
        var path = Path.Combine(Repository.Pipelines, "recipe.schema.json");
        var schema = RecipeSchema.Write(_line.Services.GetServices<IPipelineStep>());
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(path, schema);
        }

        Assert.Equal(schema, File.ReadAllText(path));
    }

    [Fact]
    public void Shelf_KeepsTheGoodRecipes_WhenOneIsBroken()
    {
        _line.WithRecipe("good", "inspect").WithRecipe("bad", "nothing").WithRecipe("other", "inspect");
        File.Move(_line.Folder["recipes/other.yaml"], _line.Folder["recipes/renamed.yaml"]);

        var shelf = new RecipeShelf(new RecipeReader(Steps), _line.Recipes);

        Assert.Equal(["good"], shelf.Recipes.Select(recipe => recipe.Name));
        Assert.Equal("recipe-unknown-step", Assert.Single(shelf.FaultsOf("bad")).Reason.Code);
        Assert.Equal(new Reason("recipe-name", "other", "renamed.yaml"), Assert.Single(shelf.FaultsOf("renamed")).Reason);
    }

    [Fact]
    public void Shelf_SaysSo_WhenThereIsNoFolder()
    {
        var shelf = new RecipeShelf(new RecipeReader(Steps), _line.Folder["nowhere"]);

        Assert.Equal("recipe-folder-missing", Assert.Single(shelf.Faults).Reason.Code);
    }

    [Fact]
    public void PinnedOn_IsTheRecipeAsItWas_WhenTheFileHasChanged()
    {
        _line.WithRecipe("good", "inspect");
        var before = new RecipeShelf(new RecipeReader(Steps), _line.Recipes).Find("good")!;
        _line.WithRecipe("good", "inspect", "deskew");
        var document = new Document
        {
            Shelfmark = "A", Title = "A", RecipeName = "good", RecipeHash = before.Hash, RecipeYaml = before.Yaml,
        };

        var pinned = new RecipeShelf(new RecipeReader(Steps), _line.Recipes).PinnedOn(document);

        Assert.Equal(["inspect"], pinned.Steps.Select(spec => spec.Step.Name));
    }
}
