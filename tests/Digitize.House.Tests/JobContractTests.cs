using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Intake;

namespace Digitize.House.Tests;

/// <summary>A job written by one version of the program is run by the next: these names may never change.</summary>
public sealed class JobContractTests
{
    [Theory]
    [InlineData(typeof(StepJob), "Digitize.Pipeline.Chain.StepJob", "runId")]
    [InlineData(typeof(IntakeJob), "Digitize.Pipeline.Intake.IntakeJob", "batchId")]
    public void Job_KeepsItsStoredNames(Type job, string name, string argument)
    {
        var method = Assert.Single(job.GetMethods(), method => method.DeclaringType == job);

        Assert.Equal(name, job.FullName);
        Assert.Equal("Digitize.Pipeline", job.Assembly.GetName().Name);
        Assert.Equal("RunAsync", method.Name);
        Assert.Equal(typeof(Task), method.ReturnType);
        Assert.Equal([typeof(Guid), typeof(CancellationToken)], method.GetParameters().Select(parameter => parameter.ParameterType));
        Assert.Equal(argument, method.GetParameters()[0].Name);
    }
}
