using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Digitize.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PageParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Pages_FileId_Frame",
                table: "Pages");

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "Pages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "Pages",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pages_FileId_Frame_Part",
                table: "Pages",
                columns: new[] { "FileId", "Frame", "Part" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Pages_FileId_Frame_Part",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "Pages");

            migrationBuilder.CreateIndex(
                name: "IX_Pages_FileId_Frame",
                table: "Pages",
                columns: new[] { "FileId", "Frame" },
                unique: true);
        }
    }
}
