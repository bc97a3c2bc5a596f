// What every entry has.

export { InternalError, InvalidAssessment, InvalidFramework, InvalidRequest, ThuocdoError, type Fault } from "./errors.js";
export type { WasmSource } from "./engine.js";
export type { Explanation } from "./framework.js";
export { Handle } from "./handle.js";
export type { InLang, Json, Lang } from "./json.js";
export type { Ends, Levels, Rows } from "./rows.js";
export type * from "./types.js";
