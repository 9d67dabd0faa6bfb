using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Steps;

/// <summary>Draws a page's threads together: its state, its label, and what is known of the master technically.</summary>
public sealed class MetadataStep : IPipelineStep
{
    public string Name => "metadata";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => ["inspect", "split", "deskew", "ocr", "tiles"];

    public Type OptionsType => typeof(MetadataOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var page = context.Page;
        var lines = await context.Db.Revisions.Where(r => r.PageId == page.Id)
            .StandingFirst().Select(r => (int?)r.Lines).FirstOrDefaultAsync(ct);

        // Images-only recipes read nothing: such a page stays captured, which is what it is.
        if (page.State == PageState.Captured && lines is { } count)
        {
            page.State = count == 0 ? PageState.NoText : PageState.Read;
        }

        page.Reason = null;
        context.Figures["master"] = new
        {
            context.Master.MediaType,
            context.Master.Length,
            context.Master.Sha256,
            context.Master.RelativePath,
            page.Frame,
            page.Part,
            page.Region,
        };
        return new StepOutcome.Done();
    }
}

public sealed class MetadataOptions;
