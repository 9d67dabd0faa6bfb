namespace Digitize.Cli;

/// <summary>What the program's exit code tells a script.</summary>
internal static class ExitCodes
{
    /// <summary>Done; of pages: every one came to an end.</summary>
    public const int Through = 0;

    /// <summary>Something failed; see the message.</summary>
    public const int Fault = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something waits for a person: a held batch, a page with a question.</summary>
    public const int NeedsPerson = 3;

    /// <summary>The machine or a recipe lacks something; <c>check</c> says what.</summary>
    public const int NotReady = 4;
}
