// Whether anything may be heard: after headphones were pulled out nothing is, until somebody chooses
// the loudspeaker (AUD-4, AUD-5).

import { visit } from "./visit.js";

export function mayBeHeard() {
  return !visit.hushed;
}
