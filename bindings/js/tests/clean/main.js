// Built by Vite: an entry in the page, and another in a worker.
import { Framework, init } from "thuocdo";
import { connect } from "thuocdo/worker";

const school = { conditions: { 1.1: true }, answers: { "1.3.1": 6, "1.6.1": 5.25 } };
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const [, office] = await Promise.all([init(), connect(worker)]);
const here = Framework.shipped().score(school);
const there = await (await office.Framework.shipped()).score(school);
document.querySelector("output").textContent = `${here.groups[0].score.low} ${here.digest === there.digest}`;
