import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { gzip as zopfli } from "@gfx/zopfli";
import { defineConfig, type Plugin } from "vite";
import { textOf } from "./src/engine/base85.ts";

const WASM = createRequire(import.meta.url).resolve("thuocdo/thuocdo_office.wasm");
/** The page has at most so many bytes. In the mode `quick` its WebAssembly is not made small, for tests. */
const LIMIT = 2 * 1024 * 1024;

/**
 * Gzip, 5 % smaller than that of zlib, in some seconds. `node-zopfli-es` is the same compressor, but compiles C++ when it is installed; npm has no
 * package of libdeflate.
 */
const small = promisify(zopfli);

/**
 * Makes one file of the page. A page that opens from a disk may fetch nothing and import no module, so script, style and WebAssembly stand in it.
 * `vite-plugin-singlefile` does the first two; the third, and a policy with the hash of the script, would be a plugin of our own all the same.
 */
function oneFile(limit: number): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    apply: "build",
    async generateBundle(_, bundle) {
      const page = bundle["thuoc-do.html"];
      if (page?.type !== "asset") throw new Error("no thuoc-do.html");
      let html = String(page.source);
      const scripts = Object.values(bundle).filter((file) => file.type === "chunk");
      const styles = Object.values(bundle).filter((file) => file.type === "asset" && file.fileName.endsWith(".css"));
      const [script, ...others] = scripts;
      if (!script || others.length > 0) throw new Error(`one script is wanted, found ${scripts.map(({ fileName }) => fileName).join(", ")}`);
      // In a script element only these two end the text, or change how it is read.
      const code = script.code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--").trim();
      const style = styles.map((file) => String((file as { source: string | Uint8Array }).source)).join("\n").trim();
      const file = readFileSync(WASM);
      const wasm = textOf(Number.isFinite(limit) ? await small(file, { numiterations: 5 }) : gzipSync(file));
      html = html
        .replace(/\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/u, "")
        .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/gu, "")
        .replace('<meta charset="utf-8" />', () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy(code)}" />`)
        .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
        .replace("</body>", () => `  <script id="wasm" type="text/plain">${wasm}</script>\n    <script type="module">${code}</script>\n  </body>`);
      if (/(?:src|href)="(?!#)/u.test(html.replace(/<script[\s\S]*?<\/script>/gu, ""))) throw new Error("the page still points at another file");
      if (Buffer.byteLength(html) > limit) throw new Error(`the page has ${Buffer.byteLength(html)} bytes, more than ${limit}`);
      page.source = html;
      for (const name of Object.keys(bundle)) if (name !== "thuoc-do.html") delete bundle[name];
    },
  };
}

/** Nothing is loaded from anywhere: no connection, no picture, no font. Only the script of the page runs, its WebAssembly, and its workers. */
function policy(code: string): string {
  const hash = createHash("sha256").update(code).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "worker-src blob: 'self'",
    // Where a site serves the page, it can be installed.
    "manifest-src 'self'",
    // Papers are shown in a frame that has this policy too, with styles of their own. A style can fetch nothing here.
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The package looks for its WebAssembly beside itself; here it is in the page, so that no bundler shall copy it. */
function besideNothing(): Plugin {
  const BESIDE = /new URL\("\.\/thuocdo\w*\.wasm", import\.meta\.url\)/u;
  return {
    name: "wasm-beside-nothing",
    enforce: "pre",
    transform(code, id) {
      if (!/\/dist\/office\.js$/u.test(id)) return undefined;
      if (!BESIDE.test(code)) throw new Error("thuocdo/office no longer names its WebAssembly as this plugin expects");
      return { code: code.replace(BESIDE, '{ href: "" }'), map: null };
    },
  };
}

/** While one develops, the WebAssembly is served beside the page. */
function served(): Plugin {
  return {
    name: "served-wasm",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/wasm", (_, response) => response.end(readFileSync(WASM)));
    },
  };
}

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [besideNothing(), oneFile(mode === "quick" ? Number.POSITIVE_INFINITY : LIMIT), served()],
  build: { rolldownOptions: { input: "thuoc-do.html" }, target: "es2022", cssCodeSplit: false, modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false },
  worker: { format: "iife", plugins: () => [besideNothing()] },
  optimizeDeps: { exclude: ["thuocdo"] },
}));
