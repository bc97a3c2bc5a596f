/** Work that may fail, and what is told of the last failure. */
import { useState } from "preact/hooks";

export function useTried(): { readonly fault: string; readonly tried: (work: () => Promise<void>) => () => void } {
  const [fault, setFault] = useState("");
  const tried = (work: () => Promise<void>) => (): void => {
    setFault("");
    work().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  return { fault, tried };
}
