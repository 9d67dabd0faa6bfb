namespace Digitize.Core.Coverage;

/// <summary>How far a page has come. Each rung is counted by itself; the target names one of them.</summary>
public enum CoverageRung
{
    /// <summary>Its master is kept and its image can be used.</summary>
    Captured,

    /// <summary>It was recognised, or found to hold no text.</summary>
    Read,

    /// <summary>A person has verified it.</summary>
    Verified,

    /// <summary>Readers reach it.</summary>
    Published,
}

/// <summary>What is counted.</summary>
public enum CoverageUnit
{
    Titles,
    Volumes,
    Pages,
}

/// <summary>Holdings of libraries, of families and villages, and those outside the target are never mixed.</summary>
public enum CoverageLine
{
    Library,
    Community,
    OutOfScope,
}
