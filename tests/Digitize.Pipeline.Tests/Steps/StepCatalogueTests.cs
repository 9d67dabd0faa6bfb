using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Steps;

public sealed class StepCatalogueTests
{
    [Fact]
    public void Find_GivesTheStepOfThatName()
    {
        var step = new FakeStep("b", "a");

        var catalogue = new StepCatalogue([step, new FakeStep("a")]);

        Assert.Same(step, catalogue.Find("b"));
        Assert.Null(catalogue.Find("c"));
        Assert.Equal(["b", "a"], catalogue.Names);
    }

    [Fact]
    public void Catalogue_AllowsTwoWaysToOneStep() =>
        Assert.NotNull(new StepCatalogue(
            [new FakeStep("a"), new FakeStep("b", "a"), new FakeStep("c", "a"), new FakeStep("d", "b", "c", "a")]));

    [Fact]
    public void Catalogue_RefusesTwoStepsOfOneName() =>
        Assert.Contains("called a", Refusal(new("a"), new("a")));

    [Fact]
    public void Catalogue_RefusesACircle_AndNamesIt() =>
        Assert.Contains("a → c → b → a", Refusal(new("a", "c"), new("b", "a"), new("c", "b")));

    [Fact]
    public void Catalogue_RefusesAStepThatWaitsForItself() => Assert.Contains("a → a", Refusal(new FakeStep("a", "a")));

    [Fact]
    public void Catalogue_RefusesAnUnknownPredecessor() =>
        Assert.Contains("a comes after ghost", Refusal(new FakeStep("a", "ghost")));

    private static string Refusal(params FakeStep[] steps) =>
        Assert.Throws<InvalidOperationException>(() => new StepCatalogue(steps)).Message;
}
