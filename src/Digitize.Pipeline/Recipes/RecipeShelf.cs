using System.Collections.Concurrent;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;

namespace Digitize.Pipeline.Recipes;

/// <summary>
/// The recipes of the recipe folder. A broken recipe stops its own batches and no others; its faults are kept to be
/// told. Documents go on with the recipe that was pinned on them.
/// </summary>
public sealed class RecipeShelf
{
    private readonly RecipeReader _reader;
    private readonly Dictionary<string, Recipe> _recipes = [];
    private readonly ConcurrentDictionary<string, (Recipe?, RecipeFault?)> _pinned = new();
    private readonly List<RecipeFault> _faults = [];

    /// <param name="folder">Holds <c>*.yaml</c>; a recipe's name is its file's name.</param>
    public RecipeShelf(RecipeReader reader, string folder)
    {
        _reader = reader;
        if (!Directory.Exists(folder))
        {
            _faults.Add(new RecipeFault(folder, 1, new Reason("recipe-folder-missing", folder)));
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var recipe = _reader.Read(path, File.ReadAllText(path), _faults);
            if (recipe is not null && recipe.Name != Path.GetFileNameWithoutExtension(path))
            {
                _faults.Add(new RecipeFault(path, 1, new Reason("recipe-name", recipe.Name, Path.GetFileName(path))));
            }
            else if (recipe is not null)
            {
                _recipes.Add(recipe.Name, recipe);
            }
        }
    }

    public IReadOnlyCollection<Recipe> Recipes => _recipes.Values;

    public IReadOnlyList<RecipeFault> Faults => _faults;

    public Recipe? Find(string name) => _recipes.GetValueOrDefault(name);

    /// <summary>Faults of the recipe in <c>NAME.yaml</c>.</summary>
    public IEnumerable<RecipeFault> FaultsOf(string name) =>
        _faults.Where(fault => Path.GetFileNameWithoutExtension(fault.File) == name);

    /// <summary>The recipe as it was when the document was created.</summary>
    /// <exception cref="InvalidDataException">This version of the program can no longer read it.</exception>
    public Recipe PinnedOn(Document document)
    {
        var (recipe, fault) = Pinned(document);
        return recipe ?? throw new InvalidDataException(fault!.Text(ReasonTexts.English));
    }

    /// <summary>The same for those that only look: null when this version of the program can no longer read it.</summary>
    public Recipe? FindPinned(Document document) => Pinned(document).Recipe;

    private (Recipe? Recipe, RecipeFault? Fault) Pinned(Document document) => _pinned.GetOrAdd(document.RecipeHash, _ =>
    {
        var faults = new List<RecipeFault>();
        var recipe = _reader.Read($"{document.RecipeName}@{document.RecipeHash}", document.RecipeYaml, faults);
        return (recipe, faults.FirstOrDefault());
    });
}
