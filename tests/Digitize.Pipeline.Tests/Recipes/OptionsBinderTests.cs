using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Digitize.Core.Outcomes;
using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Tests.Recipes;

public sealed class OptionsBinderTests
{
    [Fact]
    public void Bind_FillsEveryKind()
    {
        var options = Bind("name: đỏ\nwhole: -3\nshare: 0.25\nyes: true\nsize: 512\ncolour: deep-red\nlanguages: [vie, fra]\n");

        Assert.Equal(("đỏ", -3, 0.25, true, 512, Colour.DeepRed), (options.Name, options.Whole, options.Share, options.Yes, options.Size, options.Colour));
        Assert.Equal(["vie", "fra"], options.Languages);
    }

    [Fact]
    public void Bind_TakesOneTextForAList() => Assert.Equal(["auto"], Bind("languages: auto").Languages);

    [Fact]
    public void Bind_KeepsTheDefaults_WhenNothingIsSaid()
    {
        var options = Bind("{}");

        Assert.Equal((0.5, 256), (options.Share, options.Size));
        Assert.Equal(["vie"], options.Languages);
    }

    [Theory]
    [InlineData("whole: 11", "whole", "11", "-10 … 10")]
    [InlineData("whole: 99999999999", "whole", "99999999999", "-10 … 10")]
    [InlineData("whole: 1,5", "whole", "1,5", "-10 … 10")]
    [InlineData("whole: ' 1'", "whole", " 1", "-10 … 10")]
    [InlineData("share: 1.5", "share", "1.5", "0 … 1")]
    [InlineData("share: '0,5'", "share", "0,5", "0 … 1")]
    [InlineData("share: 1e-1", "share", "1e-1", "0 … 1")]
    [InlineData("share: NaN", "share", "NaN", "0 … 1")]
    [InlineData("size: 300", "size", "300", "256, 512")]
    [InlineData("yes: True", "yes", "True", "true, false")]
    [InlineData("colour: DeepRed", "colour", "DeepRed", "light-red, deep-red")]
    [InlineData("colour: 1", "colour", "1", "light-red, deep-red")]
    public void Bind_RefusesWhatIsNotAllowed_AndNamesWhatIs(string yaml, params string[] facts)
    {
        var faults = new List<RecipeFault>();

        OptionsBinder.Bind(typeof(Options), StrictYaml.Parse("f", yaml, faults)!);

        Assert.Equal(new Reason("yaml-value", facts), Assert.Single(faults).Reason);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void Bind_ReadsNumbersAlike_InEveryCulture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(0.25, Bind("share: 0.25").Share);
            Assert.Equal("0.5 … 1.5", OptionsBinder.Allowed(typeof(Options).GetProperty(nameof(Options.Half))!));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Options Bind(string yaml)
    {
        var faults = new List<RecipeFault>();
        var options = (Options)OptionsBinder.Bind(typeof(Options), StrictYaml.Parse("f", yaml, faults)!);
        Assert.Empty(faults);
        return options;
    }

    private sealed class Options
    {
        public string Name { get; set; } = "";

        [Range(-10, 10)]
        public int Whole { get; set; }

        [Range(0.0, 1.0)]
        public double Share { get; set; } = 0.5;

        [Range(0.5, 1.5)]
        public double Half { get; set; } = 1;

        public bool Yes { get; set; }

        [AllowedValues(256, 512)]
        public int Size { get; set; } = 256;

        public Colour Colour { get; set; }

        public IReadOnlyList<string> Languages { get; set; } = ["vie"];
    }

    private enum Colour
    {
        LightRed,
        DeepRed,
    }
}
