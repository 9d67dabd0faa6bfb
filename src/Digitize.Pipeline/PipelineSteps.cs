using Digitize.Pipeline.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline;

/// <summary>The steps of the line. One more is one more line here.</summary>
public static class PipelineSteps
{
    public static IServiceCollection AddPipelineSteps(this IServiceCollection services) => services
        .AddStep<InspectStep>()
        .AddStep<SplitStep>()
        .AddStep<DeskewStep>()
        .AddStep<OcrStep>()
        .AddStep<TilesStep>()
        .AddStep<MetadataStep>()
        .AddStep<PublishStep>();

    public static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : class, IPipelineStep => services.AddSingleton<IPipelineStep, TStep>();
}
