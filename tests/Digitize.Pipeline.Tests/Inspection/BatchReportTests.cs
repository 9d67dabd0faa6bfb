using System.Globalization;
using System.Text.Json;
using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Tests.Inspection;

public sealed class BatchReportTests
{
    private static readonly InspectOptions Asked = new();

    [Fact]
    public void Report_Passes_WhenEveryPageWasInspectedAndNothingIsToBeDone()
    {
        var report = MadeBatch.Of(MadeBatch.Document(Asked, MadeBatch.Pages(12))).Report();

        Assert.Equal(BatchVerdict.Pass, report.Verdict);
        Assert.Empty(report.Entries);
        Assert.Equal(new PageTally(12, 12, 12, 0, 0), report.Pages);
        Assert.Equal([new StarTally(3, 12, 12)], report.Stars);
        Assert.Equal(
            [CheckNames.Opened, CheckNames.Sharpness, CheckNames.NearDuplicate, CheckNames.OddSize, CheckNames.Gap],
            report.Checks.Select(check => check.Name));
        Assert.All(report.Checks, check => Assert.Equal((12, 12), (check.Of, check.Pass)));
    }

    [Fact]
    public void Report_NamesWhatToScanAgainFirst_WithFigureThresholdAndWords()
    {
        var pages = MadeBatch.Pages(6);
        pages[1] = MadeBatch.Page(2, sharpness: CheckVerdict.Warn);
        pages[3] = MadeBatch.Page(4, sharpness: CheckVerdict.Refuse);
        pages[5] = MadeBatch.Broken(6);

        var report = MadeBatch.Of(MadeBatch.Document(Asked, pages)).Report();

        Assert.Equal(BatchVerdict.Rescan, report.Verdict);
        Assert.Equal(["L1_004.tif", "L1_006.tif", "L1_002.tif"], report.Entries.Select(entry => entry.File));
        Assert.Equal((2, 1, 3), (report.Pages.Rescan, report.Pages.LookAt, report.Pages.Passed));
        var finding = Assert.Single(report.Entries[0].Findings);
        Assert.Equal(new InspectionCheck(CheckNames.Sharpness, 0.1, 0.2, CheckVerdict.Refuse), finding.Check);
        Assert.Equal("image-blurred", finding.ToDo!.Code);
        Assert.Equal("image-broken", Assert.Single(report.Entries[1].Findings).ToDo!.Code);
        Assert.Equal("todo-sharpness", Assert.Single(report.Entries[2].Findings).ToDo!.Code);
    }

    [Fact]
    public void Report_IsUnfinished_WhileAPageOrAFileWaits()
    {
        var waiting = MadeBatch.Of(MadeBatch.Document(Asked, [.. MadeBatch.Pages(3), MadeBatch.Waiting(4)]));
        var arriving = MadeBatch.Of(MadeBatch.Document(Asked, MadeBatch.Pages(3))) with { IsTaken = false };
        var late = MadeBatch.Of(MadeBatch.Document(Asked, MadeBatch.Pages(3))) with { Files = new FileTally(4, 3, 0, 0, Waiting: 1, null) };

        Assert.All([waiting, arriving, late], batch => Assert.Equal(BatchVerdict.Unfinished, batch.Report().Verdict));
        Assert.Equal((3, 4), (waiting.Report().Pages.Inspected, waiting.Report().Pages.Asked));
        Assert.Contains("3 of 4 pages", waiting.Report().Sentence.Text(ReasonTexts.English));
    }

    [Fact]
    public void Report_AsksForAScanAgain_WhenAFileWasRefused()
    {
        var batch = MadeBatch.Of(MadeBatch.Document(Asked, MadeBatch.Pages(3))) with
        {
            Refused = [new RefusedFile("L1_004.tif", new Reason("file-empty", "L1_004.tif"))],
        };

        Assert.Equal(BatchVerdict.Rescan, batch.Report().Verdict);
    }

    [Fact]
    public void Report_DoesNotPass_WhenNothingWasAsked()
    {
        var unasked = MadeBatch.Of(MadeBatch.Document(null, [MadeBatch.Waiting(1), MadeBatch.Waiting(2)])).Report();
        var empty = MadeBatch.Of().Report();

        Assert.Equal((BatchVerdict.LookAt, BatchVerdict.LookAt), (unasked.Verdict, empty.Verdict));
        Assert.Equal(new PageTally(2, 0, 0, 0, 0), unasked.Pages);
    }

    /// <summary>The database may give rows in any order; and every count is a part of what stands beside it.</summary>
    [Fact]
    public void Report_IsTheSame_InWhateverOrderTheRowsCome()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 200; round++)
        {
            var documents = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomDocument(random)).ToArray();
            var shuffled = documents.Select(document => document with
            {
                Pages = Shuffle(document.Pages, random), Files = Shuffle(document.Files, random),
            }).ToArray();
            random.Shuffle(shuffled);

            var report = MadeBatch.Of(documents).Report();
            var again = MadeBatch.Of(shuffled).Report();

            Assert.Equal(Written(report), Written(again));
            Assert.All(report.Checks, check =>
                Assert.Equal(check.Of, check.Pass + check.Warn + check.Refuse + check.Unknown + check.Ignored));
            Assert.All(report.Checks, check => Assert.True(check.Pass >= 0, $"{check}"));
            Assert.Equal(report.Pages.Inspected, report.Pages.Passed + report.Pages.Rescan + report.Pages.LookAt);
            Assert.Equal(report.Stars.FirstOrDefault()?.Of ?? 0, report.Stars.Sum(level => level.Pages));
        }
    }

    [Fact]
    public void Json_KeepsThePromisedShape()
    {
        var pages = MadeBatch.Pages(4);
        pages[2] = MadeBatch.Page(3, sharpness: CheckVerdict.Refuse);

        using var json = JsonDocument.Parse(Written(MadeBatch.Of(MadeBatch.Document(Asked, pages)).Report()));

        var root = json.RootElement;
        Assert.Equal(
            ["batch", "verdict", "sentence", "held", "files", "pages", "checks", "fadgi", "rescan", "lookAt", "refusedFiles"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("rescan", root.GetProperty("verdict").GetString());
        var entry = Assert.Single(root.GetProperty("rescan").EnumerateArray());
        Assert.Equal(["documentId", "shelfmark", "pageId", "page", "file", "findings"], entry.EnumerateObject().Select(p => p.Name));
        var finding = Assert.Single(entry.GetProperty("findings").EnumerateArray());
        Assert.Equal(["check", "verdict", "measured", "threshold", "toDo", "otherPageId"], finding.EnumerateObject().Select(p => p.Name));
        Assert.Equal("resolution only", root.GetProperty("fadgi").GetProperty("by").GetString());
        Assert.Equal("numbers", root.GetProperty("checks").EnumerateArray().Last().GetProperty("unit").GetString());
    }

    [Fact]
    public void Words_AreThereForEveryCheck()
    {
        foreach (var name in CheckNames.OfPage.Concat(CheckNames.OfBatch).Append(CheckNames.Opened))
        {
            Assert.NotEqual("check-other", CheckWords.Name(name).Code);
            Assert.DoesNotContain("{", CheckWords.Figure(name, 0.25, CultureInfo.InvariantCulture));
        }

        Assert.All(CheckNames.OfPage, name => Assert.NotEqual("todo-other", CheckWords.ToDo(name, "x").Code));
    }

    private static BatchDocument RandomDocument(Random random)
    {
        var pages = Enumerable.Range(1, random.Next(1, 25)).Where(_ => random.Next(10) > 0).Select(number => random.Next(8) switch
        {
            0 => MadeBatch.Broken(number),
            1 => MadeBatch.Waiting(number),
            2 => MadeBatch.Page(number, width: 4000),
            3 => MadeBatch.Page(number, looks: MadeBatch.Looks(7)),
            4 => MadeBatch.Page(number, ppi: null, isBlank: true),
            5 => MadeBatch.Page(number, sharpness: CheckVerdict.Refuse),
            _ => MadeBatch.Page(number, sharpness: (CheckVerdict)random.Next(4)),
        }).ToArray();
        var options = new InspectOptions { Gap = (Severity)random.Next(3), OddSize = (Severity)random.Next(3), NearDuplicate = (Severity)random.Next(3) };
        return MadeBatch.Document(random.Next(10) == 0 ? null : options, pages);
    }

    private static IReadOnlyList<T> Shuffle<T>(IReadOnlyList<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string Written(BatchReport report) =>
        JsonSerializer.Serialize(BatchReportJson.Of(report, ReasonTexts.English), FiguresJson.Options);
}
