using Digitize.Pipeline.Intake;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class NaturalOrderTests
{
    private static readonly string[] Parts = ["a", "b", "A", "1", "2", "10", "01", "001", "_", ".", "/", "ệ", "𡨸", "0", "99999999999999999999"];

    [Theory]
    [InlineData("p1.tif p2.tif p10.tif p11.tif p100.tif")]
    [InlineData("1 02 3 010")]
    [InlineData("a/2.tif a/10.tif b/1.tif")]
    [InlineData("AB_1_9 AB_1_10 AB_2_1")]
    [InlineData("x99999999999999999998 x99999999999999999999 x100000000000000000000")]
    public void Order_IsAsPeopleNumber(string names)
    {
        var expected = names.Split(' ');

        Assert.Equal(expected, expected.Reverse().Order(NaturalOrder.Instance));
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(NaturalOrderTests)])]
    public bool Compare_IsATotalOrder(Name a, Name b, Name c)
    {
        var order = NaturalOrder.Instance;
        var antisymmetric = Math.Sign(order.Compare(a.Text, b.Text)) == -Math.Sign(order.Compare(b.Text, a.Text));
        var tellsApart = order.Compare(a.Text, b.Text) == 0 == (a.Text == b.Text);
        var transitive = !(order.Compare(a.Text, b.Text) <= 0 && order.Compare(b.Text, c.Text) <= 0) || order.Compare(a.Text, c.Text) <= 0;
        return antisymmetric && tellsApart && transitive;
    }

    public static Arbitrary<Name> AnyName() => Arb.From(
        from count in Gen.Choose(0, 5) from parts in Gen.ListOf(Gen.Elements(Parts), count) select new Name(string.Concat(parts)));

    public sealed record Name(string Text);
}
