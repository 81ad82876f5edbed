import type { Asked, Asker, FrontDesk, Visitor } from "#core/reply/front-desk.ts";
import type { RoleNow } from "#desk/role-now.ts";
import type { LiveChannels } from "./channels.ts";

type Ordered = Pick<LiveChannels, "orderedBy">;

/** Somebody of the newsroom, who edits what they have ordered, on whichever platform they ask, beside what their platform says that they edit. */
function withOrdered<Person extends Asker>({ orderedBy }: Ordered, asker: Person): Person {
  const ordered = orderedBy(asker.id);
  if (ordered.length === 0) return asker;
  return { ...asker, edits: [...new Set([...(asker.edits ?? []), ...ordered])] };
}

/** Somebody on the page, with what they have ordered, while they are known to be of the newsroom. */
export function visitorWithOrdered(live: Ordered, visitor: Visitor): Visitor {
  return visitor.as.kind === "foreign" ? visitor : withOrdered(live, visitor);
}

/**
 * A front desk at which whoever ordered a channel is its editor, on whichever platform they ask, for as long as they are of the
 * newsroom. Where the place in which they ask does not show that, their platform is asked; a form, which opens at once or not at
 * all, opens where it is shown.
 */
export function knowingOrders(desk: FrontDesk, live: Ordered, roleNow: RoleNow): FrontDesk {
  const shown = <From extends Asked>(asked: From): From =>
    isShownToBelong(asked) ? { ...asked, asker: withOrdered(live, asked.asker) } : asked;
  const known = async <From extends Asked>(asked: From): Promise<From> => {
    const { asker } = asked;
    const isAsked = !isShownToBelong(asked) && live.orderedBy(asker.id).length > 0;
    if (!isAsked || asked.whereabouts.kind === "page") return shown(asked);
    const found = await roleNow(asker.id).catch(() => null);
    const belongs = found !== null && found !== "gone" && found.whereabouts.kind !== "foreign";
    return belongs ? { ...asked, asker: withOrdered(live, asker) } : asked;
  };
  return {
    ask: async (question) => desk.ask(await known(question)),
    askLine: async (line, asked) => desk.askLine(line, await known(asked)),
    askTyped: async (text, asked) => desk.askTyped(text, await known(asked)),
    askPost: async (post, asked) => desk.askPost(post, await known(asked)),
    home: async (asked) => desk.home(await known(asked)),
    formFor: (question) => desk.formFor(shown(question)),
    formForLine: (line, asked) => desk.formForLine(line, shown(asked)),
    check: async (form, values, asked) => desk.check(form, values, await known(asked)),
    submit: async (form, values, asked) => desk.submit(form, values, await known(asked)),
    suggest: async (command, option, typed, asked) =>
      desk.suggest(command, option, typed, await known(asked)),
  };
}

function isShownToBelong({ whereabouts }: Asked): boolean {
  if (whereabouts.kind === "page") return whereabouts.as.kind !== "foreign";
  return whereabouts.kind === "own";
}
