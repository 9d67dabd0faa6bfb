using System.Globalization;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Tests.Steps;

/// <summary>What every step must hold to: a new one is tested by its line in <c>PipelineSteps.cs</c>.</summary>
public sealed class StepContractTests : IAsyncLifetime
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly LineFixture _line = new();

    public static TheoryData<string> Steps =>
        [.. new ServiceCollection().AddPipelineSteps().Select(step => step.ImplementationType!.Name)];

    public Task InitializeAsync()
    {
        _line.WithRecipe("all", [.. Registered().OrderBy(Depth).Select(step => step.Name)]);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_DescribesItselfAsRecipesNeedIt(string type)
    {
        var step = Step(type);

        Assert.Matches("^[a-z][a-z-]*$", step.Name);
        Assert.True(step.Version >= 1);
        Assert.Contains(step.Queue, Queues.All);
        Assert.Equal($"{step.Name}Step", type, ignoreCase: true);
        Assert.NotNull(Activator.CreateInstance(step.OptionsType));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_MakesTheSameArtefacts_WhenDoneAgain(string type)
    {
        var run = await UpToAsync(type);
        await RunAsync(run);
        var first = await ArtefactsAsync(run);
        await using (var db = _line.Open())
        {
            await db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RunState.Due));
        }

        await RunAsync(run);

        var again = await ArtefactsAsync(run);
        Assert.Equal(first, again);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_LeavesNothing_WhenItIsCancelled(string type)
    {
        var run = await UpToAsync(type);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StartAsync(run, new CancellationToken(canceled: true)));

        Assert.Empty(await ArtefactsAsync(run));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_MeasuresAlike_InEveryCulture(string type)
    {
        var run = await UpToAsync(type);
        await RunAsync(run);
        var plain = await FiguresAsync(run);
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Vietnamese, Vietnamese);
        try
        {
            await using (var db = _line.Open())
            {
                await db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RunState.Due));
            }

            await RunAsync(run);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }

        Assert.Equal(plain, await FiguresAsync(run));
    }

    private IEnumerable<IPipelineStep> Registered() => _line.Services.GetServices<IPipelineStep>();

    private IPipelineStep Step(string type) => Registered().Single(step => step.GetType().Name == type);

    private int Depth(IPipelineStep step) => step.Subject == StepSubject.Document
        ? int.MaxValue
        : step.After.Select(name => 1 + Depth(Registered().Single(other => other.Name == name))).DefaultIfEmpty().Max();

    /// <summary>Does the line up to the step, on a page with text.</summary>
    /// <returns>The step's run, due.</returns>
    private async Task<Guid> UpToAsync(string type)
    {
        var step = Step(type).Name;
        var document = await _line.AddDocumentAsync("all", Scans.Text());
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        while (true)
        {
            await using var db = _line.Open();
            var due = await db.Runs.Where(run => run.State == RunState.Due).OrderBy(run => run.Id).ToListAsync();
            if (due.FirstOrDefault(run => run.Step == step) is { } found)
            {
                return found.Id;
            }

            await RunAsync(due[0].Id);
        }
    }

    private async Task RunAsync(Guid run)
    {
        await _line.Services.GetRequiredService<StepRunner>().RunAsync(run, default);
        await using var db = _line.Open();
        var ended = await db.Runs.SingleAsync(r => r.Id == run);
        Assert.True(ended.State == RunState.Done, $"{ended.Step}: {ended.State} {ended.Reason?.Code} {ended.LastFault}");
    }

    private async Task StartAsync(Guid id, CancellationToken ct)
    {
        await using var db = _line.Open();
        var run = await db.Runs.Include(r => r.Document).Include(r => r.Page).ThenInclude(page => page!.File).SingleAsync(r => r.Id == id);
        var recipe = _line.Services.GetRequiredService<RecipeShelf>().Find("all")!;
        var spec = recipe.Find(run.Step)!;
        await spec.Step.RunAsync(
            new StepContext(db, _line.Blobs, new HeldImages(0), run, recipe, spec.Options, _line.Folder["spool"], _line.Now), ct);
    }

    private async Task<List<string>> ArtefactsAsync(Guid run)
    {
        await using var db = _line.Open();
        var names = await db.Artefacts.Where(a => a.RunId == run).Select(a => $"{a.Kind} {a.BlobName}").ToListAsync();
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private async Task<string?> FiguresAsync(Guid run)
    {
        await using var db = _line.Open();
        return await db.Runs.Where(r => r.Id == run).Select(r => r.Figures).SingleAsync();
    }
}
