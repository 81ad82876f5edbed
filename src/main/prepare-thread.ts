import { prepareHere } from "./prepare-here.ts";

/** What each thread of the pool runs; `prepare-aside.ts` starts them. */
export const prepare = prepareHere();
