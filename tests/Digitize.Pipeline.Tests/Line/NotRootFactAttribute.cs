namespace Digitize.Pipeline.Tests.Line;

/// <summary>A test that takes a right away from itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotRootFactAttribute : FactAttribute
{
    public NotRootFactAttribute()
    {
        if (Environment.UserName == "root")
        {
            Skip = "Root may open every folder: run the tests as another user.";
        }
    }
}
