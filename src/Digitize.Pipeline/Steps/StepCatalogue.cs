namespace Digitize.Pipeline.Steps;

/// <summary>The steps that this program has, checked at start: no name twice, no circle, no unknown predecessor.</summary>
public sealed class StepCatalogue
{
    private readonly Dictionary<string, IPipelineStep> _steps = [];

    /// <exception cref="InvalidOperationException">The registered steps contradict each other.</exception>
    public StepCatalogue(IEnumerable<IPipelineStep> steps)
    {
        foreach (var step in steps)
        {
            if (!_steps.TryAdd(step.Name, step))
            {
                throw new InvalidOperationException($"Two steps are called {step.Name}.");
            }
        }

        foreach (var step in _steps.Values)
        {
            CheckReachable(step, []);
        }
    }

    public IEnumerable<string> Names => _steps.Keys;

    public IPipelineStep? Find(string name) => _steps.GetValueOrDefault(name);

    private void CheckReachable(IPipelineStep step, HashSet<string> path)
    {
        if (!path.Add(step.Name))
        {
            throw new InvalidOperationException($"Steps wait for each other in a circle: {string.Join(" → ", path)} → {step.Name}.");
        }

        foreach (var name in step.After)
        {
            var before = Find(name)
                ?? throw new InvalidOperationException($"The step {step.Name} comes after {name}, which does not exist.");
            CheckReachable(before, path);
        }

        path.Remove(step.Name);
    }
}
