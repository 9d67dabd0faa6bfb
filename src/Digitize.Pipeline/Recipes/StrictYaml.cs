using Digitize.Core.Outcomes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Digitize.Pipeline.Recipes;

/// <summary>
/// One YAML mapping, read strictly: every key must be asked for, every value must be of its kind, and each fault is
/// noted with its line instead of stopping at the first. Anchors, tags and deep nesting are refused: people do not need
/// them here, and they can blow a small file up or fill the stack.
/// </summary>
public sealed class StrictYaml
{
    private const int MaximumLength = 64 * 1024;
    private const int MaximumDepth = 16;

    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly List<RecipeFault> _faults;
    private readonly HashSet<string> _asked = [];

    private StrictYaml(string file, YamlMappingNode node, List<RecipeFault> faults) =>
        (_file, _node, _faults) = (file, node, faults);

    /// <summary>Null when the text is no YAML mapping; the fault is then in <paramref name="faults"/>.</summary>
    public static StrictYaml? Parse(string file, string yaml, List<RecipeFault> faults)
    {
        if (yaml.Length > MaximumLength)
        {
            faults.Add(new RecipeFault(file, 1, new Reason("yaml-too-long", $"{MaximumLength / 1024}")));
            return null;
        }

        try
        {
            RefuseHostileParts(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new StrictYaml(file, root, faults);
            }

            faults.Add(new RecipeFault(file, 1, new Reason("yaml-not-mapping")));
        }
        catch (YamlException fault)
        {
            faults.Add(new RecipeFault(file, TabbedLine(yaml) ?? fault.Start.Line, new Reason("yaml-syntax", fault.Message)));
        }

        return null;
    }

    public long Line(string key) => Find(key)?.Start.Line ?? _node.Start.Line;

    /// <summary>The line of the list item that begins with the name, else the list's.</summary>
    public long LineOfItem(string key, string name)
    {
        var item = (Find(key) as YamlSequenceNode)?.Children.LastOrDefault(child =>
            (child as YamlScalarNode ?? (child as YamlMappingNode)?.Children.FirstOrDefault().Key as YamlScalarNode)?.Value == name);
        return item?.Start.Line ?? Line(key);
    }

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key)
    {
        var node = Ask(key);
        if (node is null)
        {
            return null;
        }

        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        Fault(key, new Reason("yaml-kind", key, "text"));
        return null;
    }

    public string RequiredText(string key)
    {
        if (Text(key) is { } text)
        {
            return text;
        }

        if (!Has(key))
        {
            Fault(key, new Reason("yaml-missing", key));
        }

        return "";
    }

    /// <param name="orOne">A text alone counts as a list of one.</param>
    public IReadOnlyList<string> Texts(string key, bool orOne = false)
    {
        switch (Ask(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value.Length: > 0 } one when orOne:
                return [one.Value!];
            case YamlSequenceNode list when list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 }):
                return [.. list.Children.Select(child => ((YamlScalarNode)child).Value!)];
            default:
                Fault(key, new Reason("yaml-kind", key, "[…]"));
                return [];
        }
    }

    /// <summary>The value if <paramref name="read"/> takes it, else the fallback and a fault naming what is allowed.</summary>
    public T Value<T>(string key, T fallback, Func<string, (bool Taken, T Value)> read, string allowed)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        var (taken, value) = read(text);
        if (!taken)
        {
            Fault(key, new Reason("yaml-value", key, text, allowed));
        }

        return taken ? value : fallback;
    }

    public StrictYaml? Map(string key)
    {
        switch (Ask(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new StrictYaml(_file, map, _faults);
            default:
                Fault(key, new Reason("yaml-kind", key, "{…}"));
                return null;
        }
    }

    /// <summary>A list whose items are <c>name</c> or <c>name: { … }</c>.</summary>
    public IEnumerable<(string Name, StrictYaml Options)> NamedItems(string key)
    {
        var node = Ask(key);
        if (node is null or YamlSequenceNode { Children.Count: 0 })
        {
            Fault(key, new Reason("yaml-missing", key));
            yield break;
        }

        if (node is not YamlSequenceNode list)
        {
            Fault(key, new Reason("yaml-kind", key, "- …"));
            yield break;
        }

        foreach (var item in list.Children)
        {
            if (item is YamlScalarNode { Value.Length: > 0 } name)
            {
                yield return (name.Value, new StrictYaml(_file, [], _faults));
            }
            else if (item is YamlMappingNode { Children.Count: 1 } map
                && map.Children.First() is { Key: YamlScalarNode { Value.Length: > 0 } label } pair
                && pair.Value is YamlMappingNode or YamlScalarNode { Value: null or "" })
            {
                yield return (label.Value, new StrictYaml(_file, pair.Value as YamlMappingNode ?? [], _faults));
            }
            else
            {
                _faults.Add(new RecipeFault(_file, item.Start.Line, new Reason("yaml-kind", key, "- name: {…}")));
            }
        }
    }

    /// <summary>Notes every key that nobody asked for.</summary>
    public void End()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? key.ToString();
            if (!_asked.Contains(name))
            {
                _faults.Add(new RecipeFault(
                    _file, key.Start.Line, new Reason("yaml-unknown-key", name, string.Join(", ", _asked.Order()))));
            }
        }
    }

    public void Fault(string key, Reason reason) => _faults.Add(new RecipeFault(_file, Line(key), reason));

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    /// <summary>The first line that a tab indents: the parser names the mapping's first line instead.</summary>
    private static long? TabbedLine(string yaml)
    {
        var line = Array.FindIndex(yaml.Split('\n'), text => text.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : line + 1;
    }

    private static void RefuseHostileParts(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaximumDepth)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deep");
            }

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "anchors, aliases and tags are not allowed");
            }
        }
    }
}
