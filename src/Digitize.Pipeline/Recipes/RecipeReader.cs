using System.Globalization;
using System.Text.Json;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Recipes;

/// <summary>Reads and checks a recipe. Every fault is found in one go, each with file, line and what is allowed.</summary>
public sealed class RecipeReader(StepCatalogue steps)
{
    /// <summary>The recipe, or null when <paramref name="faults"/> got something.</summary>
    public Recipe? Read(string file, string yaml, List<RecipeFault> faults)
    {
        var before = faults.Count;
        if (StrictYaml.Parse(file, yaml, faults) is not { } root)
        {
            return null;
        }

        var name = root.RequiredText("name");
        if (name.Length > 0 && !IsName(name))
        {
            root.Fault("name", new Reason("yaml-value", "name", name, "a-z, 0-9, -"));
        }

        var recipe = new Recipe(
            name,
            ReadTitle(root),
            ReadMaterial(root),
            ReadIntake(root),
            ReadSteps(root, file, faults),
            ReadReview(root),
            ReadRetry(root),
            yaml,
            ShortHash.Of(yaml));
        root.End();
        return faults.Count == before ? recipe : null;
    }

    private static bool IsName(string name) =>
        name.Length <= 60 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static LocalText ReadTitle(StrictYaml root)
    {
        if (root.Map("title") is not { } title)
        {
            root.Fault("title", new Reason("yaml-missing", "title"));
            return new LocalText("", "");
        }

        var text = new LocalText(title.RequiredText("vi"), title.RequiredText("en"));
        title.End();
        return text;
    }

    private static MaterialSpec ReadMaterial(StrictYaml root)
    {
        if (root.Map("for") is not { } material)
        {
            return new MaterialSpec([], MaterialLayout.HorizontalTb, null);
        }

        var spec = new MaterialSpec(
            material.Texts("scripts"),
            Choice(material, "layout", MaterialLayout.HorizontalTb),
            material.Text("language"));
        material.End();
        return spec;
    }

    private static IntakeSpec ReadIntake(StrictYaml root)
    {
        if (root.Map("intake") is not { } intake)
        {
            return new IntakeSpec(20, null);
        }

        var spec = new IntakeSpec(Whole(intake, "quietSeconds", 20, 1, 3600), intake.Text("naming"));
        if (spec.Naming is { } naming && !FileNaming.IsPattern(naming))
        {
            intake.Fault("naming", new Reason("yaml-value", "naming", naming, "{shelfmark}, {sequence}, {any}"));
        }

        intake.End();
        return spec;
    }

    private List<StepSpec> ReadSteps(StrictYaml root, string file, List<RecipeFault> faults)
    {
        var specs = new List<StepSpec>();
        foreach (var (name, options) in root.NamedItems("steps"))
        {
            if (steps.Find(name) is not { } step)
            {
                faults.Add(Fault("recipe-unknown-step", name, string.Join(", ", steps.Names)));
                continue;
            }

            if (specs.Any(spec => spec.Step == step))
            {
                faults.Add(Fault("recipe-duplicate-step", name));
                continue;
            }

            var bound = OptionsBinder.Bind(step.OptionsType, options);
            faults.AddRange(step.Contradictions(bound).Select(reason => new RecipeFault(file, root.LineOfItem("steps", name), reason)));
            specs.Add(new StepSpec(step, bound, ShortHash.Of(JsonSerializer.Serialize(bound, step.OptionsType))));
        }

        for (var i = 0; i < specs.Count; i++)
        {
            var later = specs.Skip(i + 1).Select(spec => spec.Step).ToList();
            foreach (var prerequisite in later.Where(step => specs[i].Step.After.Contains(step.Name)))
            {
                faults.Add(Fault("recipe-order", specs[i].Step.Name, prerequisite.Name));
            }

            if (specs[i].Step.Subject == StepSubject.Document && later.Any(step => step.Subject == StepSubject.Page))
            {
                faults.Add(Fault("recipe-unreachable", later.First(s => s.Subject == StepSubject.Page).Name, specs[i].Step.Name));
            }
        }

        return specs;

        RecipeFault Fault(string code, params string[] facts) =>
            new(file, root.LineOfItem("steps", facts[0]), new Reason(code, facts));
    }

    private static ReviewSpec ReadReview(StrictYaml root)
    {
        var fallback = new ReviewSpec(true, PublishPolicy.AfterVerification, 0.98, 0.94);
        if (root.Map("review") is not { } review)
        {
            return fallback;
        }

        var triage = review.Map("triage");
        var spec = new ReviewSpec(
            review.Value("fourEyes", fallback.FourEyes, text => (text is "true" or "false", text == "true"), "true, false"),
            Choice(review, "publish", fallback.Publish),
            triage is null ? fallback.ReadAbove : Share(triage, "read", fallback.ReadAbove),
            triage is null ? fallback.CorrectAbove : Share(triage, "correct", fallback.CorrectAbove));
        triage?.End();
        review.End();
        return spec;
    }

    private static RetrySpec ReadRetry(StrictYaml root)
    {
        if (root.Map("retry") is not { } retry)
        {
            return new RetrySpec(5, 10);
        }

        var spec = new RetrySpec(Whole(retry, "attempts", 5, 1, 20), Whole(retry, "backoffSeconds", 10, 0, 3600));
        retry.End();
        return spec;
    }

    internal static TEnum Choice<TEnum>(StrictYaml yaml, string key, TEnum fallback)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        return yaml.Value(
            key, fallback, text => (names.TryGetValue(text, out var value), value), string.Join(", ", names.Keys));
    }

    internal static int Whole(StrictYaml yaml, string key, int fallback, int minimum, int maximum) => yaml.Value(
        key,
        fallback,
        text => (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum, value),
        string.Create(CultureInfo.InvariantCulture, $"{minimum} … {maximum}"));

    internal static double Number(StrictYaml yaml, string key, double fallback, double minimum, double maximum) => yaml.Value(
        key,
        fallback,
        text => (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum, value),
        string.Create(CultureInfo.InvariantCulture, $"{minimum} … {maximum}"));

    private static double Share(StrictYaml yaml, string key, double fallback) => Number(yaml, key, fallback, 0, 1);
}
