using Digitize.Formats.Alto;
using Digitize.Formats.Export;
using Digitize.Formats.Hocr;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Mets;
using Digitize.Formats.Page;
using Digitize.Formats.Pdf;
using Digitize.Formats.Tei;
using Digitize.Formats.Text;
using Digitize.Imaging;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Packaging;
using Digitize.Pipeline.People;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Storage.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline;

public static class PipelineRegistration
{
    // A page's frame, and the page as readers see it.
    private const int ImagesHeldByWorker = 2;

    /// <summary>
    /// Adds the line: recipes, steps, chain, and what people may ask of it. Needs storage, the OCR engines and a
    /// Hangfire storage beside it. Work is done only where <see cref="AddLineWork"/> is called too.
    /// </summary>
    public static IServiceCollection AddPipeline(
        this IServiceCollection services, ChainOptions chain, IntakeOptions intake, PublishingOptions publishing) => services
        .AddSingleton(chain)
        .AddSingleton(intake)
        .AddSingleton(publishing)
        .AddSingleton(TimeProvider.System)
        .AddPipelineSteps()
        .AddExporters()
        .AddSingleton<StepCatalogue>()
        .AddSingleton<RecipeReader>()
        .AddSingleton(s => new RecipeShelf(s.GetRequiredService<RecipeReader>(), chain.RecipeFolder))
        .AddSingleton(_ => new HeldImages(ImagesHeldByWorker * chain.WorkerCount))
        .AddSingleton<Leases>()
        .AddSingleton<StepIsolation>()
        .AddSingleton<StepRunner>()
        .AddSingleton<SourceMover>()
        .AddSingleton<SettledBatches>()
        .AddScoped<StepJob>()
        .AddScoped<NextRun>()
        .AddScoped<IntakeJob>()
        .AddScoped<RunClaim>()
        .AddScoped<JobQueue>()
        .AddScoped<ChainAdvance>()
        .AddScoped<FileTaking>()
        .AddScoped<BatchIntake>()
        .AddScoped<IntakeSweep>()
        .AddScoped<DocumentRecords>()
        .AddScoped<StaticIiif>()
        .AddScoped<PersonActions>()
        .AddScoped<TextCorrection>()
        .AddScoped<BatchInspectionQuery>()
        .AddScoped<BatchReportQuery>()
        .AddScoped<Inventory.HoldingsReader>();

    /// <summary>Adds what goes on in the background of a process that works: the reconciler and the watch folder.</summary>
    public static IServiceCollection AddLineWork(this IServiceCollection services, IntakeOptions intake)
    {
        services.AddSingleton<Reconciler>().AddHostedService(s => s.GetRequiredService<Reconciler>());
        return intake.Watch ? services.AddHostedService<IntakeWatcher>() : services;
    }

    /// <summary>The formats that packages can hold. One more is one more line here.</summary>
    private static IServiceCollection AddExporters(this IServiceCollection services) => services
        .AddSingleton<IPageExporter, AltoExporter>()
        .AddSingleton<IPageExporter, PageXmlExporter>()
        .AddSingleton<IPageExporter, HocrExporter>()
        .AddSingleton<IPageExporter, PlainTextExporter>()
        .AddSingleton<IContentExporter, TeiExporter>()
        .AddSingleton<IContentExporter, PdfExporter>()
        .AddSingleton<IDocumentExporter, MetsExporter>()
        .AddSingleton<IDocumentExporter, ManifestExporter>();
}
