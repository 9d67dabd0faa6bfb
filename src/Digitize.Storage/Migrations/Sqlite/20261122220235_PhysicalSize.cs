using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Digitize.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PhysicalSize : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "PhysicalHeightMm",
                table: "Documents",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "PhysicalWidthMm",
                table: "Documents",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PhysicalHeightMm",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "PhysicalWidthMm",
                table: "Documents");
        }
    }
}
