import { plainMessage } from "#core/message/say.ts";
import { searchForm } from "#core/reply/forms.ts";
import type { FormDesk } from "#desk/reply/front-desk.ts";
import type { Handler, Handlers } from "#desk/reply/parts.ts";
import type { readerHandlers } from "#desk/reply/reader.ts";

/** Readers' commands, and editors' of which only is noted that they were given: what they do is tested where they are. */
export function withEditors(
  readers: ReturnType<typeof readerHandlers>,
  note: (command: string) => void = () => undefined,
): Handlers {
  const noted: Handler = async ({ command }) => {
    note(command);
    return plainMessage(`${command} was given`);
  };
  return {
    ...readers,
    ...{ subscribe: noted, unsubscribe: noted, schedule: noted, pause: noted, resume: noted },
    ...{ preview: noted, post: noted, approve: noted },
    ...{ kill: noted, hold: noted, release: noted, mend: noted, retry: noted },
    ...{ status: noted, audit: noted, reports: noted, wrong: noted, forget: noted, alert: noted },
    signin: noted,
  };
}

/** Nothing opens a form. */
export const NO_FORMS: FormDesk = {
  open: () => null,
  opened: () => searchForm(),
  faults: async () => [],
  submit: (_form, options, from) => ({ ...from, command: "search", options }),
};
