// Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it.
import { readFileSync } from "node:fs";
import { Scorer } from "./thuocdo.mjs";

const scorer = Scorer.shipped("moet-4725-2022");
try {
  console.log(scorer.score(readFileSync(0)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  scorer.close();
}
