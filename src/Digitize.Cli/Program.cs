using System.CommandLine;
using Digitize.Cli;
using Digitize.Cli.Verbs;

// Verbs are listed here; each is one file in Verbs/.
var root = new RootCommand("Digitize: dây chuyền số hóa tài liệu cổ, quý hiếm · the production line for ancient and rare documents")
{
    ServeVerb.Make(),
    WorkerVerb.Make(),
    IngestVerb.Make(),
    StatusVerb.Make(),
    ReportVerb.Make(),
    CheckVerb.Make(),
    InspectVerb.Make(),
    HoldingsVerb.Make(),
    UserVerb.Make(),
    ExportVerb.Make(),
    EvalVerb.Make(),
    SchemaVerb.Make(),
    MeasureVerb.Make(),
    StepVerb.Make(),
};
var parsed = root.Parse(args);

// How long a stopping line may still work, it says itself (Digitize:Chain); the parser's two seconds would cut steps short.
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(5) });
return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
