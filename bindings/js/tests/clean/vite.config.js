// Vite's server for development would bundle the package, and lose the file beside it.
export default { base: "./", optimizeDeps: { exclude: ["thuocdo"] }, worker: { format: "es" } };
