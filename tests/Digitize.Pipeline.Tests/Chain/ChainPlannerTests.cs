using Digitize.Core.Rows;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Chain;

public sealed class ChainPlannerTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly Document _document = new() { Shelfmark = "A", Title = "A", RecipeName = "r", RecipeHash = "h", RecipeYaml = "" };
    private readonly List<StepRun> _runs = [];

    [Fact]
    public void ForPage_BeginsWithTheFirst()
    {
        var run = Assert.Single(Due(Line("inspect", "deskew<inspect"), Page()));

        Assert.Equal(("inspect", RunState.Due, Queues.Image, Now), (run.Step, run.State, run.Queue, run.CreatedAt));
        Assert.Equal((_document.Id, run.PageId), (run.DocumentId, run.SubjectId));
    }

    [Fact]
    public void ForPage_GoesOnStepByStep()
    {
        var recipe = Line("inspect", "deskew<inspect", "ocr<deskew");

        Assert.Equal(["inspect", "deskew", "ocr"], WorkThrough(recipe, Page()));
    }

    [Fact]
    public void ForPage_RunsWhatDoesNotWaitForEachOther_SideBySide()
    {
        var recipe = Line("inspect", "ocr<inspect", "tiles<inspect", "metadata<ocr,tiles");
        var page = Page();
        Finish(Due(recipe, page));

        var sideBySide = Due(recipe, page);

        Assert.Equal(["ocr", "tiles"], sideBySide.Select(run => run.Step));
        Finish(sideBySide[..1]);
        Assert.Equal(["tiles"], Due(recipe, page).Select(run => run.Step));
        Finish(sideBySide[1..]);
        Assert.Equal(["metadata"], Due(recipe, page).Select(run => run.Step));
    }

    [Fact]
    public void ForPage_PassesOverPredecessorsThatTheRecipeLacks() =>
        Assert.Equal(["inspect", "ocr"], WorkThrough(Line("inspect", "ocr<inspect,deskew"), Page()));

    [Theory]
    [InlineData(RunState.Due)]
    [InlineData(RunState.Running)]
    [InlineData(RunState.NeedsPerson)]
    [InlineData(RunState.Rejected)]
    public void ForPage_Waits_UntilThePredecessorHasEndedWell(RunState state)
    {
        var recipe = Line("inspect", "deskew<inspect");
        var page = Page();
        Finish(Due(recipe, page), state);

        Assert.Empty(Due(recipe, page));
    }

    [Fact]
    public void ForPage_SaysTheSame_WhenAskedTwice()
    {
        var recipe = Line("inspect", "deskew<inspect");
        var page = Page();

        Assert.Equal(Identity(Due(recipe, page)), Identity(Due(recipe, page)));
    }

    [Theory]
    [InlineData("other bytes", 0)]
    [InlineData("sha", 1)]
    public void ForPage_IsDueAgain_WhenTheInputDiffers(string sha256, int frame)
    {
        var recipe = Line("inspect", "deskew<inspect");
        var page = Page();
        WorkThrough(recipe, page);
        var changed = new Page
        {
            Id = page.Id, DocumentId = page.DocumentId, Frame = frame,
            File = new IncomingFile { RelativePath = "1", Sha256 = sha256 },
        };

        Assert.Equal(["inspect"], Due(recipe, changed).Select(run => run.Step));
    }

    [Fact]
    public void ForPage_DoesAllThatFollowsAgain_WhenAStepHasANewVersion()
    {
        var page = Page();
        WorkThrough(Line("inspect", "deskew<inspect", "ocr<deskew"), page);
        var newer = Line("inspect", "deskew<inspect", "ocr<deskew") with
        {
            Steps = [Spec("inspect"), Spec("deskew<inspect", version: 2), Spec("ocr<deskew")],
        };

        Assert.Equal(["deskew", "ocr"], WorkThrough(newer, page));
    }

    [Fact]
    public void ForDocument_IsDueOnce_WhenEveryPageHasEnded()
    {
        var recipe = Line("inspect", "publish!");
        var (first, second) = (Page(), Page());
        WorkThrough(recipe, first);
        Assert.Empty(DocumentDue(recipe));

        Finish(Due(recipe, second));

        var run = Assert.Single(DocumentDue(recipe));
        Assert.Equal(("publish", null, _document.Id), (run.Step, run.PageId, run.SubjectId));
        Finish([run]);
        Assert.Empty(DocumentDue(recipe));
    }

    [Theory]
    [InlineData(RunState.Rejected, true)]
    [InlineData(RunState.NeedsPerson, true)]
    [InlineData(RunState.Due, false)]
    [InlineData(RunState.Running, false)]
    public void ForDocument_CountsAPageAsEnded_WhenItWasSetAside(RunState state, bool isDue)
    {
        var recipe = Line("inspect", "deskew<inspect", "publish!");
        Finish(Due(recipe, Page()), state);

        Assert.Equal(isDue, DocumentDue(recipe).Count == 1);
    }

    [Fact]
    public void ForDocument_IsNotDue_WithoutPages() => Assert.Empty(DocumentDue(Line("inspect", "publish!")));

    [Fact]
    public void ForDocument_IsDueAgain_WhenAPageTurnsOutOtherwise()
    {
        var recipe = Line("inspect", "publish!");
        Finish(Due(recipe, Page()), RunState.Rejected);
        Finish(DocumentDue(recipe));
        Assert.Empty(DocumentDue(recipe));

        _runs[0].State = RunState.Done;

        Assert.Single(DocumentDue(recipe));
    }

    [Fact]
    public void ForDocument_IsDueAgain_WhenTheDescriptionChanges()
    {
        var recipe = Line("inspect", "publish!");
        Finish(Due(recipe, Page()));
        Finish(DocumentDue(recipe));

        _document.Title = "B";

        Assert.Single(DocumentDue(recipe));
    }

    [Theory]
    [InlineData(PageState.Read, true, false)]
    [InlineData(PageState.Verified, false, false)]
    [InlineData(PageState.Corrected, false, false)]
    [InlineData(PageState.Read, false, true)]
    public void ForPage_DoesNothingAnewForANewerProgram_WhenThePageIsInPeoplesHands(PageState state, bool hasPersonsText, bool isDue)
    {
        var page = Page();
        WorkThrough(Line("inspect", "deskew<inspect", "ocr<deskew"), page);
        page.State = state;
        if (hasPersonsText)
        {
            page.Revisions.Add(new Revision { AuthorKind = RevisionAuthor.Person, Author = "a", TextBlob = "b", PlainText = "", FoldedText = "" });
        }

        var newer = Line("inspect", "deskew<inspect", "ocr<deskew") is var line
            ? line with { Steps = [Spec("inspect", 2), .. line.Steps.Skip(1)] }
            : line;

        Assert.Equal(isDue, Due(newer, page).Count > 0);
    }

    [Fact]
    public void ForPage_BeginsAnew_WhenThePageHasBecomeAPartOfItsFrame()
    {
        var recipe = Line("inspect", "split<inspect");
        var page = Page();
        WorkThrough(recipe, page);

        (page.Part, page.Region) = (1, new FrameRegion(0, 0, 50, 80, null));

        Assert.Equal(["inspect", "split"], WorkThrough(recipe, page));
        Assert.Empty(Due(recipe, page));
    }

    private Page Page()
    {
        var page = new Page
        {
            DocumentId = _document.Id,
            Sequence = _document.Pages.Count + 1,
            File = new IncomingFile { RelativePath = "1", Sha256 = "sha" },
        };
        _document.Pages.Add(page);
        return page;
    }

    private List<StepRun> Due(Recipe recipe, Page page) =>
        [.. ChainPlanner.ForPage(recipe, page, [.. _runs.Where(run => run.PageId == page.Id)], Now)];

    private List<StepRun> DocumentDue(Recipe recipe) => [.. ChainPlanner.ForDocument(recipe, _document, _runs, Now)];

    private void Finish(List<StepRun> due, RunState state = RunState.Done)
    {
        due.ForEach(run => run.State = state);
        _runs.AddRange(due);
    }

    /// <returns>The steps in the order in which they were done.</returns>
    private List<string> WorkThrough(Recipe recipe, Page page)
    {
        var order = new List<string>();
        while (Due(recipe, page) is { Count: > 0 } due)
        {
            order.AddRange(due.Select(run => run.Step));
            Finish(due);
        }

        return order;
    }

    private static IEnumerable<object> Identity(List<StepRun> runs) =>
        runs.Select(run => (run.SubjectId, run.Step, run.StepVersion, run.OptionsHash, run.InputHash)).Cast<object>();

    /// <summary><c>ocr&lt;inspect,deskew</c> is a step with what it waits for; <c>publish!</c> one of the document.</summary>
    private static Recipe Line(params string[] steps) => new(
        "r", new LocalText("", ""), new MaterialSpec([], MaterialLayout.HorizontalTb, null), new IntakeSpec(20, null),
        [.. steps.Select(step => Spec(step))], new ReviewSpec(true, PublishPolicy.OnCompletion, 1, 1), new RetrySpec(3, 10), "", "h");

    private static StepSpec Spec(string text, int version = 1)
    {
        var parts = text.TrimEnd('!').Split('<');
        var after = parts.Length > 1 ? parts[1].Split(',') : [];
        var subject = text.EndsWith('!') ? StepSubject.Document : StepSubject.Page;
        return new StepSpec(new FakeStep(parts[0], after) { Subject = subject, Version = version }, new FakeOptions(), "options");
    }
}
