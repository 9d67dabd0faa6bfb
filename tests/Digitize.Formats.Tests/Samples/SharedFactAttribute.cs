namespace Digitize.Formats.Tests.Samples;

/// <summary>A test that runs the validators of <c>../shared/check</c>; skipped, and says so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Validator.Shared is null)
        {
            Skip = "The folder shared/ with schemas/ and check/ is not beside the checkout: the validators cannot run.";
        }
    }
}
