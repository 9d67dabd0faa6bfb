using System.ComponentModel.DataAnnotations;

namespace Digitize.Pipeline.Packaging;

/// <summary>What packages say of where they come from.</summary>
public sealed class PublishingOptions
{
    /// <summary>The library that holds the originals.</summary>
    [Required]
    public string LibraryName { get; set; } = "Thư viện";

    /// <summary>Where readers reach this installation; part of every id that is published.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://localhost:8080/");
}
