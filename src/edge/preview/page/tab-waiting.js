import { goTo, tabHref } from "./address.js";
import { ClientError } from "./client.js";
import { bdi, element, listening } from "./dom.js";
import { emptyNote, fill } from "./panel.js";
import { createQueue, queueButton, storyMeta } from "./queue.js";
import { dayAndTime, untilThen } from "./time.js";
import { awaitingList } from "./waiting-approvals.js";
import { arrange, fetchNext, fetchWaiting, leaveOut, takeBack } from "./waiting-client.js";

/**
 * @typedef {import("./tabs.js").TabParts} TabParts
 * @typedef {import("./waiting-client.js").ChannelRow} ChannelRow
 * @typedef {import("./waiting-client.js").LeftStory} LeftStory
 * @typedef {import("./waiting-client.js").NextEdition} NextEdition
 * @typedef {import("./waiting-client.js").Story} Story
 * @typedef {import("./waiting-client.js").Wished} Wished
 */

/** What is said of a story that is not in the next edition, before why. @type {Record<LeftStory["kind"], string>} */
const KINDS = {
  waiting: "No room",
  "put-off": "Left out this time",
  "left-out": "Left out for good",
  told: "Told by another report",
  muted: "Muted",
  filtered: "Not ordered",
};

/** What could not be done, as whoever wanted it is told. @type {Record<Wished["outcome"], string | null>} */
const REFUSED = {
  done: null,
  already: "It was so already.",
  late: "The edition was made meanwhile: nothing was changed. This is what waits now.",
  unknown: "That story does not wait for this channel any more.",
};

/**
 * What the next edition of each channel will carry, in order, with why; and editions that wait for an editor's word.
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createWaitingTab(parts) {
  const { ask, say, role } = parts;
  /** What was refused last, until something else is done. */
  let refused = "";

  /**
   * @param {HTMLElement} root
   * @param {string} rest
   */
  const draw = async (root, rest) => {
    const { channels, awaiting } = await fetchWaiting();
    const named = channels.find(({ channel }) => channel === decoded(rest)) ?? channels[0];
    if (named === undefined) {
      fill(root, [emptyNote("No channel yet", "What waits for its next edition stands here.")]);
      return;
    }
    const next = await fetchNext(named.channel);
    /** @param {NextEdition} shown */
    const show = (shown) =>
      fill(root, [
        ...awaitingList(awaiting, ask),
        channelHead(channels, shown),
        refused === "" ? null : element("p", { class: "waiting-note" }, refused),
        ...nextNodes(shown, wishesOf(shown)),
      ]);

    /**
     * Does what an editor wants, and shows what comes of it.
     * @param {Promise<Wished>} wished
     * @param {string} done what those who listen to the page are told
     */
    const wish = async (wished, done) => {
      try {
        const shown = await wished;
        refused = REFUSED[shown.outcome] ?? "";
        say(refused === "" ? done : refused);
        show(shown);
      } catch (error) {
        refused = error instanceof ClientError ? error.message : String(error);
        say(refused);
        show(next);
      }
    };
    /** It reaches every channel. @param {Story} story */
    const hold = ({ id, headline }) => void ask(`hold ${id}`, `Hold: ${headline}`);
    /** @param {NextEdition} shown */
    const wishesOf = ({ channel, items }) => ({
      /**
       * @param {readonly string[]} ids
       * @param {Story} moved
       */
      move: (ids, { id, headline }) =>
        void wish(
          arrange(channel, ids),
          `“${headline}” is now number ${ids.indexOf(id) + 1} of ${ids.length}`,
        ),
      usual: () => void wish(arrange(channel, []), "The usual order"),
      /** @param {Story} story */
      first: ({ id, headline }) =>
        void wish(
          arrange(channel, [id, ...items.map((one) => one.id)]),
          `“${headline}” now leads the edition`,
        ),
      /** @param {Story} story */
      once: ({ id, headline }) =>
        void wish(leaveOut(channel, id, "next"), `“${headline}” waits for the edition after this`),
      /** @param {Story} story */
      good: ({ id, headline }) =>
        void wish(leaveOut(channel, id, "good"), `“${headline}” is left out for good`),
      /** @param {Story} story */
      back: ({ id, headline }) =>
        void wish(takeBack(channel, id), `“${headline}” is taken back into the edition`),
      /** @param {Story} story */
      hold: role === "reader" ? null : hold,
    });
    show(next);
  };

  return {
    ...{ name: "waiting", label: "Waiting", least: "editor", ofChannel: true },
    about: "What the next edition of each channel will carry, and what waits for an editor",
    draw,
  };
}

/**
 * @typedef {(story: Story) => void} Wish
 * @typedef {Record<"once" | "good" | "back" | "first", Wish> & { hold: Wish | null }} StoryWishes `hold`: `null` for whoever may not
 */

/**
 * @param {NextEdition} next
 * @param {StoryWishes & { usual: () => void, move: (ids: readonly string[], moved: Story) => void }} wishes
 */
function nextNodes({ items, left, more, arranged }, wishes) {
  const actions = [
    { label: "Leave out once", key: "once", run: wishes.once },
    { label: "Leave out for good", key: "good", run: wishes.good },
    ...(wishes.hold === null ? [] : [{ label: "Hold everywhere", key: "hold", run: wishes.hold }]),
  ];
  const usual = element(
    "button",
    { class: "action", type: "button", "data-key": "usual" },
    "Back to the usual order",
  );
  return [
    items.length === 0
      ? emptyNote("Nothing waits", "What comes in until then will stand here.")
      : createQueue(items, actions, wishes.move),
    arranged
      ? element(
          "p",
          { class: "waiting-arranged" },
          "An editor has set this order; it ends with the edition. ",
          listening(usual, { click: wishes.usual }),
        )
      : null,
    left.length === 0 ? null : element("h2", { class: "waiting-title" }, "Not in it"),
    left.length === 0
      ? null
      : element(
          "ul",
          { class: "rows", "aria-label": "Not in the next edition" },
          ...left.map((story) => leftRow(story, wishes)),
        ),
    more === 0 ? null : element("p", { class: "row-line" }, `and ${more} more`),
  ];
}

/**
 * @param {LeftStory} story
 * @param {StoryWishes} wishes
 */
function leftRow(story, wishes) {
  const { kind, headline, why, id } = story;
  const actions = [
    ...(kind === "waiting"
      ? [
          { label: "Put first", key: "first", run: wishes.first },
          { label: "Leave out for good", key: "good", run: wishes.good },
        ]
      : []),
    ...(kind === "put-off" || kind === "left-out"
      ? [{ label: "Take back", key: "back", run: wishes.back }]
      : []),
  ];
  return element(
    "li",
    { class: "row is-left", "data-id": id },
    element("h3", { class: "row-title", dir: "auto" }, headline),
    storyMeta(story),
    element("p", { class: "row-line" }, element("strong", {}, KINDS[kind]), ": ", bdi(why)),
    actions.length === 0
      ? null
      : element(
          "p",
          { class: "row-actions" },
          ...actions.map((action) => queueButton(action, story)),
        ),
  );
}

/**
 * Which channel is shown, and when its edition comes.
 * @param {readonly ChannelRow[]} channels
 * @param {NextEdition} next
 */
function channelHead(channels, { channel, slot, timeZone, differs }) {
  const now = Date.now();
  const options = channels.map((row) =>
    element("option", { value: row.channel, selected: row.channel === channel }, `#${row.channel}`),
  );
  const select = element("select", { class: "waiting-channel", id: "waiting-channel" }, ...options);
  listening(select, {
    change: () => goTo(tabHref("waiting", encodeURIComponent(select.value))),
  });
  const when =
    slot === null
      ? "No edition is due."
      : `Comes ${dayAndTime(slot, timeZone, now)}, ${untilThen(slot, now)}`;
  const others =
    differs.length === 0
      ? null
      : element(
          "p",
          { class: "row-line" },
          `As on this page; what goes to ${differs.join(" and ")} differs.`,
        );
  return element(
    "div",
    { class: "waiting-head" },
    element("label", { for: "waiting-channel" }, "Next edition of"),
    select,
    element("p", { class: "row-meta" }, when),
    others,
  );
}

/** @param {string} rest */
function decoded(rest) {
  try {
    return decodeURIComponent(rest);
  } catch {
    return "";
  }
}
