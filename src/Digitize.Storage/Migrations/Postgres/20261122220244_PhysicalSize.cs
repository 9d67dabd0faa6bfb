using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Digitize.Storage.Migrations.Postgres
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
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "PhysicalWidthMm",
                table: "Documents",
                type: "double precision",
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
