using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Digitize.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PageLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Search reads a hyphen as a space now; what was folded before must be found too.
            migrationBuilder.Sql(
                """UPDATE "Revisions" SET "FoldedText" = replace(replace(replace("FoldedText", '-', ' '), '  ', ' '), '  ', ' ') WHERE "FoldedText" LIKE '%-%'""");

            migrationBuilder.AddColumn<string>(
                name: "ReadLabel",
                table: "Pages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ReadLabelConfidence",
                table: "Pages",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReadLabel",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "ReadLabelConfidence",
                table: "Pages");
        }
    }
}
