namespace Digitize.Pipeline.Intake;

/// <summary>
/// Knows since when every file of a batch has kept its size and time, and which batches were handed over as they are.
/// Kept in memory: after a restart files simply have to be quiet once more.
/// </summary>
public sealed class SettledBatches(TimeProvider clock)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (SeenFile File, DateTime Since)> _files = [];
    private readonly Dictionary<string, (int Fingerprint, DateTime At)> _handedOver = [];

    /// <param name="quietSeconds">For how long all files must have stayed as they are; 0 for one sweep.</param>
    public bool IsReady(SeenBatch batch, int quietSeconds, Urgency urgency)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var quiet = true;
        foreach (var file in batch.Files)
        {
            var key = $"{batch.Folder}/{file.RelativePath}";
            if (!_files.TryGetValue(key, out var before) || before.File != file)
            {
                _files[key] = (file, now);
                quiet = false;
            }
            else
            {
                quiet &= now - before.Since >= TimeSpan.FromSeconds(quietSeconds);
            }

            quiet &= !WatchFolder.IsUnfinished(file.RelativePath);
        }

        if (!quiet || urgency == Urgency.UnderWay)
        {
            return false;
        }

        var fingerprint = batch.Files.Aggregate(0, HashCode.Combine);
        var unchanged = _handedOver.TryGetValue(batch.Folder, out var last) && last.Fingerprint == fingerprint;
        if (unchanged && !(urgency == Urgency.TryAgain && now - last.At > RetryAfter))
        {
            return false;
        }

        _handedOver[batch.Folder] = (fingerprint, now);
        return true;
    }

    /// <summary>Forgets what is gone.</summary>
    public void KeepOnly(IReadOnlyCollection<SeenBatch> present)
    {
        var keys = present.SelectMany(batch => batch.Files.Select(file => $"{batch.Folder}/{file.RelativePath}")).ToHashSet();
        var folders = present.Select(batch => batch.Folder).ToHashSet();
        foreach (var gone in _files.Keys.Where(key => !keys.Contains(key)).ToList())
        {
            _files.Remove(gone);
        }

        foreach (var gone in _handedOver.Keys.Where(folder => !folders.Contains(folder)).ToList())
        {
            _handedOver.Remove(gone);
        }
    }
}

/// <summary>How a batch is looked at that was handed over before.</summary>
public enum Urgency
{
    /// <summary>Only when something in it changed.</summary>
    WhenChanged,

    /// <summary>After a while also unchanged: what stood in its way may be gone, or its job died.</summary>
    TryAgain,

    /// <summary>Someone is taking it right now.</summary>
    UnderWay,
}
