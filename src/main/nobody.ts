import { plainMessage } from "#core/message/say.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Installations } from "#desk/port/installations.ts";
import type { Log } from "#desk/port/log.ts";

/** What a platform is handed by those who only look at it: `doctor`, and a first run. */

/** Without a store the app is installed in no further workspace. */
export const NOWHERE: Installations = {
  find: async () => null,
  save: async () => undefined,
  remove: async () => undefined,
};

/** Writes nothing: what is found is said, and what somebody pastes is nobody else's. */
export const NO_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Who only looks is asked nothing. */
export const NOBODY: FrontDesk = {
  ask: async () => plainMessage("Copydesk is not running."),
  askLine: async () => plainMessage("Copydesk is not running."),
  askTyped: async () => plainMessage("Copydesk is not running."),
  home: async () => plainMessage("Copydesk is not running."),
  askPost: async () => plainMessage("Copydesk is not running."),
  formFor: () => null,
  formForLine: () => null,
  check: async () => null,
  submit: async () => plainMessage("Copydesk is not running."),
  suggest: async () => [],
};
