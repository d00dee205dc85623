// Bundles GraphiQL and our own page into hub/server/graphiql: one script, one style sheet, one page, one licence file.
// Names carry a hash of the content, so that the hub may let browsers keep them for ever.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const home = path.resolve(here, "../../hub/server/graphiql");
const assets = path.join(home, "assets");

// The style sheet of GraphiQL carries half a megabyte of Latin web fonts; the page uses the system's fonts, Chinese included.
const withoutFonts = {
  name: "without-fonts",
  setup(bundle) {
    bundle.onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8")).replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    }));
  },
};

// GraphiQL's help dialog links to a manual on the public network; the hub often stands where there is none.
const withoutManual = {
  name: "without-manual",
  setup(bundle) {
    bundle.onLoad({ filter: /graphiql[\\/]dist[\\/]GraphiQL\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8")).replace(/href: "https?:[^"]*", target: "_blank", rel: "[^"]*", /g, ""),
      loader: "js",
    }));
  },
};

// Results with an image's address would make the editor ask that address what it holds; the page asks nobody but the hub.
const withoutImagePreview = {
  name: "without-image-preview",
  setup(bundle) {
    bundle.onLoad({ filter: /components[\\/]image-preview\.js$/ }, () => ({
      contents: "export const ImagePreview = Object.assign(() => null, { shouldRender: () => false });",
      loader: "js",
    }));
  },
};

async function bundle() {
  return build({
    absWorkingDir: here,
    entryPoints: { explorer: "src/main.jsx" },
    outdir: assets,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    // The original writes <style> elements, which the page's Content-Security-Policy refuses; a page that never scrolls needs no lock.
    alias: { "react-remove-scroll": "./src/remove-scroll.jsx" },
    plugins: [withoutFonts, withoutManual, withoutImagePreview],
    legalComments: "none",
    banner: { js: "/* licences: /graphiql/THIRD_PARTY_LICENSES.txt */", css: "/* licences: /graphiql/THIRD_PARTY_LICENSES.txt */" },
    charset: "utf8",
    metafile: true,
    logLevel: "warning",
  });
}

function packagesOf(metafile) {
  const folders = Object.keys(metafile.inputs)
    .map((file) => file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean);
  return [...new Set(folders)].sort();
}

// Two packages say "MIT" without enclosing the text; it is React's, under their own author's name.
async function missingLicence(licence, author) {
  if (licence !== "MIT") throw new Error(`${author}: no licence file for ${licence}`);
  const text = await readFile(path.join(here, "node_modules/react/LICENSE"), "utf8");
  return text.replace(/^Copyright.*$/m, `Copyright (c) ${author}`);
}

async function licenceOf(folder) {
  const root = path.join(here, folder);
  const about = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const file = (await readdir(root)).find((name) => /^licen[cs]e/i.test(name));
  const author = typeof about.author === "string" ? about.author : about.author?.name;
  const text = file ? await readFile(path.join(root, file), "utf8") : await missingLicence(about.license, author ?? about.name);
  return { title: `${about.name} ${about.version} (${about.license})`, text: text.trim() };
}

async function licences(metafile) {
  const all = await Promise.all(packagesOf(metafile).map(licenceOf));
  const groups = new Map();
  for (const { title, text } of all) groups.set(text, [...(groups.get(text) ?? []), title]);
  const parts = [...groups].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
  return `Third-party software bundled into the files of this folder.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function page(metafile) {
  const [script, style] = [".js", ".css"].map((ending) => path.basename(Object.keys(metafile.outputs).find((name) => name.endsWith(ending))));
  const template = await readFile(path.join(here, "src/index.html"), "utf8");
  return template.replace("{{script}}", script).replace("{{style}}", style);
}

await rm(assets, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const { metafile } = await bundle();
await writeFile(path.join(home, "index.html"), await page(metafile));
await writeFile(path.join(assets, "favicon.svg"), await readFile(path.join(here, "src/favicon.svg")));
await writeFile(path.join(assets, "THIRD_PARTY_LICENSES.txt"), await licences(metafile));
for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(path.basename(file), bytes);
