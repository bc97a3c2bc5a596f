// The inside of a worker of Node.
import { parentPort } from "node:worker_threads";
import * as office from "thuocdo/office";
import { serve } from "thuocdo/worker";

serve(office, parentPort);
