using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Recipes;

public sealed class RecipeReaderTests
{
    private const string Head = "name: trial\ntitle: { vi: Thử, en: Trial }\n";

    private readonly RecipeReader _reader = new(new StepCatalogue(
    [
        new FakeStep("inspect"), new FakeStep("deskew", "inspect"), new FakeStep("ocr", "deskew"),
        new FakeStep("publish") { Subject = StepSubject.Document },
    ]));

    [Fact]
    public void Read_GivesTheRecipe()
    {
        var recipe = ReadWell("""
            name: trial
            title: { vi: Thử, en: Trial }
            for: { scripts: [Hani], layout: vertical-rl, language: vi-Hani }
            intake: { quietSeconds: 7, naming: "{shelfmark}_{sequence}" }
            steps:
              - inspect: { number: 3 }
              - deskew
              - ocr:
              - publish: {}
            review: { fourEyes: false, publish: on-completion, triage: { read: 0.9, correct: 0.5 } }
            retry: { attempts: 2, backoffSeconds: 0 }
            """);

        Assert.Equal(("trial", new LocalText("Thử", "Trial")), (recipe.Name, recipe.Title));
        Assert.Equal(["Hani"], recipe.For.Scripts);
        Assert.Equal((MaterialLayout.VerticalRl, "vi-Hani", ReadingDirection.RightToLeft), (recipe.For.Layout, recipe.For.Language, recipe.For.Direction));
        Assert.Equal(new IntakeSpec(7, "{shelfmark}_{sequence}"), recipe.Intake);
        Assert.Equal(["inspect", "deskew", "ocr", "publish"], recipe.Steps.Select(spec => spec.Step.Name));
        Assert.Equal(3, ((FakeOptions)recipe.Find("inspect")!.Options).Number);
        Assert.Equal(new ReviewSpec(false, PublishPolicy.OnCompletion, 0.9, 0.5), recipe.Review);
        Assert.Equal(new RetrySpec(2, 0), recipe.Retry);
    }

    [Fact]
    public void Read_HasADefaultForWhatIsLeftOut()
    {
        var recipe = ReadWell(Head + "steps: [inspect]\n");

        Assert.Equal(new IntakeSpec(20, null), recipe.Intake);
        Assert.Equal(new ReviewSpec(true, PublishPolicy.AfterVerification, 0.98, 0.94), recipe.Review);
        Assert.Equal(new RetrySpec(5, 10), recipe.Retry);
        Assert.Equal(1, ((FakeOptions)recipe.Steps[0].Options).Number);
    }

    [Fact]
    public void Read_GivesAnotherOptionsHash_OnlyWhenAnOptionDiffers()
    {
        var one = ReadWell(Head + "steps: [inspect]\n");
        var same = ReadWell(Head + "steps:\n  - inspect: { number: 1 }\n");
        var other = ReadWell(Head + "steps:\n  - inspect: { number: 2 }\n");

        Assert.Equal(one.Steps[0].OptionsHash, same.Steps[0].OptionsHash);
        Assert.NotEqual(one.Steps[0].OptionsHash, other.Steps[0].OptionsHash);
        Assert.NotEqual(one.Hash, same.Hash);
    }

    [Theory]
    [InlineData("steps:\n  - inspect\nsped: 1\n", 5, "yaml-unknown-key", "sped", "for, intake, name, retry, review, steps, title")]
    [InlineData("steps:\n  - inspect:\n      numbre: 1\n", 5, "yaml-unknown-key", "numbre", "number")]
    [InlineData("steps:\n  - inspect\n  - despeckle\n", 5, "recipe-unknown-step", "despeckle", "inspect, deskew, ocr, publish")]
    [InlineData("steps:\n  - inspect\n  - deskew\n  - inspect\n", 6, "recipe-duplicate-step", "inspect")]
    [InlineData("steps:\n  - inspect\n  - ocr\n  - deskew\n", 5, "recipe-order", "ocr", "deskew")]
    [InlineData("steps:\n  - inspect\n  - publish\n  - deskew\n", 6, "recipe-unreachable", "deskew", "publish")]
    [InlineData("steps:\n  - inspect:\n      number: many\n", 5, "yaml-value", "number", "many", "Int32")]
    [InlineData("steps:\n  - inspect: { number: [1] }\n", 4, "yaml-kind", "number", "text")]
    [InlineData("steps:\n  - { inspect: {}, deskew: {} }\n", 4, "yaml-kind", "steps", "- name: {…}")]
    [InlineData("steps: inspect\n", 3, "yaml-kind", "steps", "- …")]
    [InlineData("steps: []\n", 3, "yaml-missing", "steps")]
    [InlineData("retry: { attempts: 1 }\n", 1, "yaml-missing", "steps")]
    [InlineData("steps: [inspect]\nretry:\n  attempts: 0\n", 5, "yaml-value", "attempts", "0", "1 … 20")]
    [InlineData("steps: [inspect]\nretry: { attempts: 1.5 }\n", 4, "yaml-value", "attempts", "1.5", "1 … 20")]
    [InlineData("steps: [inspect]\nreview: { fourEyes: yes }\n", 4, "yaml-value", "fourEyes", "yes", "true, false")]
    [InlineData("steps: [inspect]\nreview:\n  publish: now\n", 5, "yaml-value", "publish", "now", "after-verification, on-completion")]
    [InlineData("steps: [inspect]\nreview:\n  triage: { read: NaN }\n", 5, "yaml-value", "read", "NaN", "0 … 1")]
    [InlineData("steps: [inspect]\nfor: { layout: sideways }\n", 4, "yaml-value", "layout", "sideways", "horizontal-tb, vertical-rl")]
    [InlineData("steps: [inspect]\nfor: { scripts: Latn }\n", 4, "yaml-kind", "scripts", "[…]")]
    [InlineData("steps: [inspect]\nfor: Latn\n", 4, "yaml-kind", "for", "{…}")]
    [InlineData("steps: [inspect]\nintake:\n  naming: \"{shelfmark}\"\n", 5, "yaml-value", "naming", "{shelfmark}", "{shelfmark}, {sequence}, {any}")]
    public void Read_TellsLineAndWhatIsAllowed(string rest, int line, string code, params string[] facts)
    {
        var fault = Assert.Single(ReadBadly(Head + rest));

        Assert.Equal(new RecipeFault("trial.yaml", line, new Reason(code, facts)), fault);
    }

    [Theory]
    [InlineData("title: { vi: a, en: b }\nsteps: [inspect]\n", 1, "yaml-missing", "name")]
    [InlineData("name: Trial Một\ntitle: { vi: a, en: b }\nsteps: [inspect]\n", 1, "yaml-value", "name", "Trial Một", "a-z, 0-9, -")]
    [InlineData("name: trial\nsteps: [inspect]\n", 1, "yaml-missing", "title")]
    [InlineData("name: trial\nsteps: [inspect]\ntitle:\n  vi: a\n", 4, "yaml-missing", "en")]
    [InlineData("- a\n- b\n", 1, "yaml-not-mapping")]
    [InlineData("", 1, "yaml-not-mapping")]
    [InlineData("a: 1\n---\nb: 2\n", 1, "yaml-not-mapping")]
    public void Read_TellsWhatIsWrongWithTheHead(string yaml, int line, string code, params string[] facts)
    {
        var fault = Assert.Single(ReadBadly(yaml));

        Assert.Equal(new RecipeFault("trial.yaml", line, new Reason(code, facts)), fault);
    }

    [Fact]
    public void Read_FindsEveryFaultInOneGo()
    {
        var faults = ReadBadly(Head + "steps:\n  - inspect: { number: x }\n  - nothing\nretry: { attempts: 99 }\nmore: 1\n");

        Assert.Equal([4L, 5, 6, 7], faults.Select(fault => fault.Line).Order());
    }

    [Theory]
    [InlineData("steps: [inspect]\nfor: &a { layout: vertical-rl }\n", 4)]
    [InlineData("steps: [inspect]\nfor: *a\n", 4)]
    [InlineData("steps: [inspect]\nfor: !!python/object x\n", 4)]
    [InlineData("steps: [inspect\n", 4)]
    [InlineData("steps: [inspect]\nsteps: [deskew]\n", 4)]
    [InlineData("steps: [inspect]\n\tfor: x\n", 4)]
    public void Read_RefusesAnchorsTagsAndBadSyntax_WithTheLine(string rest, int line)
    {
        var fault = Assert.Single(ReadBadly(Head + rest));

        Assert.Equal("yaml-syntax", fault.Reason.Code);
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Read_RefusesWhatIsTooLong()
    {
        var fault = Assert.Single(ReadBadly(Head + new string('#', 70_000)));

        Assert.Equal(new Reason("yaml-too-long", "64"), fault.Reason);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Read_RefusesDeepNesting_BeforeItFillsTheStack(char open, char close)
    {
        var fault = Assert.Single(ReadBadly($"a: b\nname: {new string(open, 30_000)}{new string(close, 30_000)}"));

        Assert.Equal(new RecipeFault("trial.yaml", 2, new Reason("yaml-syntax", "nested too deep")), fault);
    }

    [Fact]
    public void Fault_IsToldInBothLanguages()
    {
        var fault = Assert.Single(ReadBadly(Head + "steps:\n  - despeckle\n"));

        Assert.Equal(
            "trial.yaml:4: không có bước «despeckle»; các bước: inspect, deskew, ocr, publish",
            fault.Text(ReasonTexts.Vietnamese));
        Assert.Equal("trial.yaml:4: there is no step “despeckle”; steps: inspect, deskew, ocr, publish", fault.Text(ReasonTexts.English));
    }

    private Recipe ReadWell(string yaml)
    {
        var faults = new List<RecipeFault>();
        var recipe = _reader.Read("trial.yaml", yaml, faults);
        Assert.Empty(faults);
        return recipe!;
    }

    private List<RecipeFault> ReadBadly(string yaml)
    {
        var faults = new List<RecipeFault>();
        Assert.Null(_reader.Read("trial.yaml", yaml, faults));
        return faults;
    }
}
