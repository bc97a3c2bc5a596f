import * as office from "thuocdo/office";
import { serve } from "thuocdo/worker";

serve(office);
