import { plainMessage } from "#core/message/say.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";

/** A desk that says the same to everyone, for tests in which nobody asks. */
export const idleDesk: FrontDesk = {
  ask: async () => plainMessage("Nobody should have asked."),
  askLine: async () => plainMessage("Nobody should have asked."),
  askTyped: async () => plainMessage("Nobody should have asked."),
  home: async () => plainMessage("Nobody should have asked."),
  askPost: async () => plainMessage("Nobody should have asked."),
  formFor: () => null,
  formForLine: () => null,
  check: async () => null,
  submit: async () => plainMessage("Nobody should have asked."),
  suggest: async () => [],
};
