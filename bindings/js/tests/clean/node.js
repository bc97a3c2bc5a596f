// The package in Node, from an empty folder.
import { readFileSync } from "node:fs";
import { Framework as Core, init as core } from "thuocdo";
import { Framework, init } from "thuocdo/office";
import { Framework as Practice, init as practice } from "thuocdo/practice";

await Promise.all([core(), practice(), init()]);
const school = { conditions: { 1.1: true }, answers: { "1.3.1": 6, "1.6.1": 5.25 } };
const cards = [Core, Practice, Framework].map((of) => of.shipped().scoreJson(school));
if (new Set(cards).size !== 1) throw new Error("the entries disagree");
const [row] = Framework.shipped().readForms(readFileSync(process.argv[2]));
console.log(JSON.parse(cards[0]).groups[0].score.low, row.assessment.institution.code);
