// Which functions of a WebAssembly file the package calls, as `wasm-metadce` reads it: every exported one but those that crates below export for
// the program of wasm-bindgen, which begin with two underscores and would keep a third of the file.
//
//   node roots.js FILE GRAPH
import { readFileSync, writeFileSync } from "node:fs";

const [file, graph] = process.argv.slice(2);
const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(file))).map(({ name }) => name);
const own = exported.filter((name) => !name.startsWith("__"));
const nodes = own.map((name) => ({ name: `own ${name}`, export: name }));
writeFileSync(graph, JSON.stringify([{ name: "outside", reaches: nodes.map(({ name }) => name), root: true }, ...nodes]));
