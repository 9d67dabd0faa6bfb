using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Storage.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Rows;

/// <summary>
/// The rows, which are the truth of the line. Used directly by steps and screens; reads that are needed twice are
/// named methods in <c>Queries/</c>. Two providers, each with its own migrations.
/// </summary>
public abstract class DigitizeDb(DbContextOptions options) : IdentityDbContext<User, Role, Guid>(options)
{
    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<IncomingFile> Files => Set<IncomingFile>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<StepRun> Runs => Set<StepRun>();

    public DbSet<Artefact> Artefacts => Set<Artefact>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<LineChange> LineChanges => Set<LineChange>();

    public DbSet<Holding> Holdings => Set<Holding>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Reason>().HaveConversion<ReasonConverter>();
        configuration.Properties<FrameRegion>().HaveConversion<FrameRegionConverter>();
        configuration.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Batch>(batch =>
        {
            batch.HasIndex(b => new { b.Folder, b.State });
            batch.HasIndex(b => b.SeenAt);
            batch.Property(b => b.LeaseId).IsConcurrencyToken();
        });
        builder.Entity<IncomingFile>(file =>
        {
            file.HasIndex(f => new { f.BatchId, f.RelativePath });

            // A hash is claimed before the copy begins, so that the same bytes are never taken twice, not even at once.
            file.HasIndex(f => f.Sha256).IsUnique().HasFilter("\"State\" IN ('Seen', 'Taken')");
        });
        builder.Entity<Document>(document => document.HasIndex(d => d.Shelfmark));
        builder.Entity<Page>(page =>
        {
            page.HasIndex(p => new { p.FileId, p.Frame, p.Part }).IsUnique();
            page.Ignore(p => p.IsInPeoplesHands);
            page.HasIndex(p => new { p.DocumentId, p.Sequence });
        });
        builder.Entity<StepRun>(run =>
        {
            run.HasIndex(r => new { r.SubjectId, r.Step, r.StepVersion, r.OptionsHash, r.InputHash }).IsUnique();
            run.HasIndex(r => new { r.State, r.LeaseUntil });
            run.HasIndex(r => r.DocumentId);
            run.Property(r => r.LeaseId).IsConcurrencyToken();
            run.HasMany(r => r.Artefacts).WithOne().HasForeignKey(a => a.RunId);
        });
        builder.Entity<Artefact>(artefact =>
        {
            artefact.HasIndex(a => a.BlobName).IsUnique();
            artefact.HasIndex(a => new { a.PageId, a.Kind });
            artefact.HasIndex(a => new { a.DocumentId, a.Kind });
        });
        builder.Entity<Revision>(revision => revision.HasIndex(r => new { r.PageId, r.Number }).IsUnique());
        builder.Entity<LineChange>(change =>
        {
            // Two people who change a line at once: the second is told.
            change.HasIndex(c => new { c.RevisionId, c.Line, c.Number }).IsUnique();
            change.HasIndex(c => c.PageId);
            change.HasOne<Page>().WithMany().HasForeignKey(c => c.PageId);
        });
        builder.Entity<Holding>(holding => holding.HasIndex(h => new { h.Library, h.Shelfmark, h.SnapshotDate }).IsUnique());
        builder.Entity<AuditEntry>(entry => entry.HasIndex(e => e.SubjectId));

        // Nothing that came from a person or a scanner disappears because something else was removed.
        foreach (var key in builder.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace == typeof(Batch).Namespace)
            .SelectMany(type => type.GetForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}

/// <summary>The desk: one file beside the blobs.</summary>
public sealed class SqliteDigitizeDb(DbContextOptions<SqliteDigitizeDb> options) : DigitizeDb(options);

/// <summary>The library: many machines share it.</summary>
public sealed class PostgresDigitizeDb(DbContextOptions<PostgresDigitizeDb> options) : DigitizeDb(options);
