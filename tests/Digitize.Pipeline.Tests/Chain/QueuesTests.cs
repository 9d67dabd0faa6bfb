using Digitize.Core.Rows;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;

namespace Digitize.Pipeline.Tests.Chain;

public sealed class QueuesTests
{
    [Fact]
    public void StoredNames_SortAsTheyAreListed_UrgentBeforeNormal()
    {
        var names = Queues.StoredNames(Queues.All).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(8, names.Count);
        Assert.True(
            names.IndexOf(Queues.StoredName(Queues.Ocr, Priority.Urgent))
            < names.IndexOf(Queues.StoredName(Queues.Publish, Priority.Normal)));
    }

    [Fact]
    public async Task EnqueueAsync_UsesTheUrgentQueue_WhenTheBatchIsUrgent()
    {
        await using var line = new LineFixture(new FakeStep("work")).WithRecipe("r", "work");
        line.Drop("r/GAP/batch.yaml", "priority: urgent\n");
        line.Drop("r/GAP/1.png", Scans.Png(1));

        await line.IntakeAsync();

        Assert.Single(line.TakeJobs(Queues.Image, Priority.Urgent));
        Assert.Empty(line.TakeJobs(Queues.Image));
    }
}
