import type { Asked, Asker, FrontDesk } from "#core/reply/front-desk.ts";
import type { LiveChannels } from "./channels.ts";

/** Somebody, who edits what they have ordered, on whichever platform they ask, beside what their platform says that they edit. */
export function withOrdered({ orderedBy }: Pick<LiveChannels, "orderedBy">, asker: Asker): Asker {
  const ordered = orderedBy(asker.id);
  if (ordered.length === 0) return asker;
  return { ...asker, edits: [...new Set([...(asker.edits ?? []), ...ordered])] };
}

/** A front desk at which whoever ordered a channel is its editor, on whichever platform they ask. */
export function knowingOrders(desk: FrontDesk, live: Pick<LiveChannels, "orderedBy">): FrontDesk {
  const known = <From extends Asked>(asked: From): From => {
    return { ...asked, asker: withOrdered(live, asked.asker) };
  };
  return {
    ask: (question) => desk.ask(known(question)),
    askLine: (line, asked) => desk.askLine(line, known(asked)),
    askTyped: (text, asked) => desk.askTyped(text, known(asked)),
    askPost: (post, asked) => desk.askPost(post, known(asked)),
    home: (asked) => desk.home(known(asked)),
    formFor: (question) => desk.formFor(known(question)),
    formForLine: (line, asked) => desk.formForLine(line, known(asked)),
    check: (form, values, asked) => desk.check(form, values, known(asked)),
    submit: (form, values, asked) => desk.submit(form, values, known(asked)),
    suggest: (command, option, typed, asked) => desk.suggest(command, option, typed, known(asked)),
  };
}
