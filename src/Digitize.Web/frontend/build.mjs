import { build } from "esbuild";

await build({
  entryPoints: ["src/main.ts", "src/page.ts", "src/workbench.ts"],
  outdir: "../wwwroot/dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "linked",
});
