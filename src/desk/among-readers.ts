import { type Channel, subscriptionId } from "#core/digest/channel.ts";
import { PAGE } from "#core/digest/subscription.ts";
import type { NamedPlace } from "#core/message/notice.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import type { ReadersNow } from "./readers-now.ts";

export interface AmongParts {
  readonly channels: () => readonly Channel[];
  readonly now: Pick<ReadersNow, "look" | "most">;
}

/**
 * A front desk at which what is asked in a channel of ours is answered, completed and counted for whoever reads there by the
 * platform's own answer, as posts go there: where people from outside do, or nobody can tell, from what is for anyone alone. A form,
 * which opens at once or not at all, goes by the last look.
 */
export function amongReaders(desk: FrontDesk, parts: AmongParts): FrontDesk {
  const known = <From extends Asked>(asked: From): From => {
    const place = placeAsked(parts, asked);
    const isOpen = place !== null && parts.now.most(place.subscription) === "public";
    return isOpen ? shared(asked) : asked;
  };
  const looked = async <From extends Asked>(asked: From): Promise<From> => {
    const place = placeAsked(parts, asked);
    if (place === null) return asked;
    await parts.now.look([place]);
    return known(asked);
  };
  return {
    ask: async (question) => desk.ask(await looked(question)),
    askLine: async (line, asked) => desk.askLine(line, await looked(asked)),
    askTyped: async (text, asked) => desk.askTyped(text, await looked(asked)),
    askPost: async (post, asked) => desk.askPost(post, await looked(asked)),
    home: async (asked) => desk.home(await looked(asked)),
    formFor: (question) => desk.formFor(known(question)),
    formForLine: (line, asked) => desk.formForLine(line, known(asked)),
    check: async (form, values, asked) => desk.check(form, values, await looked(asked)),
    submit: async (form, values, asked) => desk.submit(form, values, await looked(asked)),
    suggest: async (command, option, typed, asked) =>
      desk.suggest(command, option, typed, await looked(asked)),
  };
}

function shared<From extends Asked>(asked: From): From {
  return { ...asked, whereabouts: { kind: "shared" } };
}

/** The channel of ours that something is asked in, where it may carry what is not for anyone; nobody else reads a direct message. */
function placeAsked(
  { channels }: AmongParts,
  { channel: name, place, whereabouts }: Asked,
): NamedPlace | null {
  if (name === null || place === null || place.platform === PAGE) return null;
  const isAlone =
    whereabouts.kind === "page" ||
    whereabouts.kind === "direct" ||
    (whereabouts.kind === "own" && whereabouts.isDirect);
  const channel = channels().find((one) => one.name === name && one.owner === undefined);
  const address = channel?.places[place.platform];
  if (isAlone || channel?.audience === "public" || address === undefined) return null;
  const { platform } = place;
  return { subscription: subscriptionId(name, platform, address), platform, address };
}
