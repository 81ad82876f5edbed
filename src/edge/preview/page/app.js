import { startAccount } from "./account.js";
import { followLinks, readAddress } from "./address.js";
import { createArticleView } from "./article.js";
import { drawChannels } from "./channels.js";
import { fetchChannels, fetchCommands, fetchDesk, fetchEditions, fetchWarnings } from "./client.js";
import { createComposer } from "./composer.js";
import { createDesk } from "./desk.js";
import { byId, listening } from "./dom.js";
import { draftsAreOf } from "./drafts.js";
import { startDrop } from "./drop.js";
import { keepFocus } from "./focus.js";
import { answersAreOf } from "./kept-answers.js";
import { follow } from "./live.js";
import { startFaces, startTheme } from "./looks.js";
import { newInTabs } from "./marks.js";
import { keepSeen, keptFace } from "./settings.js";
import {
  createDrawer,
  drawConnection,
  drawQuarantine,
  drawTopbar,
  drawWarnings,
  say,
  setTopbar,
  startSkips,
} from "./shell.js";
import { createTabStrip, EDITIONS, isShown, tabsFor } from "./tabs.js";
import { createTimeline } from "./timeline.js";
import { createViews } from "./views.js";

/**
 * What the page shows.
 * @typedef {object} State
 * @property {readonly import("./client.js").Channel[]} channels
 * @property {readonly string[]} troubles what must be mended
 * @property {import("./client.js").FaceName} face
 * @property {number} limit the most editions that are shown
 * @property {import("./address.js").Address} address
 * @property {import("./tabs.js").Role} role of whoever looks
 */

const FIRST_EDITIONS = 10;
const MOST_EDITIONS = 100;
/** Milliseconds between two looks at the clock, for "in 5 min". */
const CLOCK = 20_000;
/** Pixels: so near to the top, a new edition is seen as it comes. */
const NEAR_TOP = 80;

/** @param {Pick<import("./tabs.js").TabParts, "role" | "edits">} visitor */
function start({ role, edits }) {
  /** @type {State} */
  const state = {
    ...{ channels: [], troubles: [], face: keptFace(), limit: FIRST_EDITIONS },
    ...{ address: readAddress(location), role },
  };
  const desk = createDesk({
    face: () => state.face,
    channel: () =>
      state.address.kind === "channel" ? (currentChannel(state)?.name ?? null) : null,
    onStart: (line) => composer.fill(line),
    onAnswered: () => void drawTab({ news: false }),
  });
  const composer = createComposer({ onAsk: desk.ask });
  const timeline = createTimeline({
    onAsk: desk.press,
    onMore: () => {
      state.limit = MOST_EDITIONS;
      refresh();
    },
  });
  const redraw = () => void drawTab({ news: false });
  const parts = { ask: desk.press, say, refresh: redraw, role, edits };
  const tabs = tabsFor(parts);
  const strip = createTabStrip(tabs.filter((tab) => isShown(tab, parts)));
  const views = createViews(tabs, createArticleView(parts), sayFault);
  /** @param {{ news: boolean }} why */
  const drawTab = async (why) => {
    const { address } = state;
    const tab = views.tabAt(address);
    if (tab === null || address.kind === "channel") return;
    await views.draw(tab, address.kind === "tab" ? address.rest : address.id, why);
    if (state.address === address) drawShell(state, tab);
  };
  const lookForNews = async () => {
    if (role === "reader") return;
    strip.mark(await newInTabs(views.tabAt(state.address)?.name ?? null));
  };
  const turn = () => {
    const tab = views.tabAt(state.address);
    strip.select(state.address.kind === "article" ? null : (tab?.name ?? EDITIONS));
    views.turnTo(tab);
    drawShell(state, tab);
    return tab;
  };
  const refresh = oneAtATime(async () => {
    await load(state);
    const tab = turn();
    if (tab === null) await loadEditions(state, timeline);
    else await drawTab({ news: true });
    drawShell(state, tab);
    await lookForNews();
  });

  startFaces(state.face, (face) => {
    state.face = face;
    refresh();
    desk.turn();
  });
  startTheme();
  startSkips();
  const focus = keepFocus(byId("stage", HTMLElement), byId("channel-name", HTMLElement));
  startMoves(state, () => {
    const isInside = focus.isInside();
    views.toTop();
    const tab = turn();
    if (isInside) focus.toHeading();
    if (tab === null) refresh();
    else void drawTab({ news: false }).then(lookForNews).catch(sayFault);
  });
  startShortcut(composer);
  if (role !== "reader") startDrop({ ask: desk.press });
  turn();
  fetchCommands().then((commands) => {
    composer.setCommands(commands);
    desk.setCommands(commands);
  }, sayFault);
  follow({ onChange: refresh, onState: drawConnection });
  setInterval(() => drawShell(state, views.tabAt(state.address)), CLOCK);
}

/**
 * The channel that the address names, else the first.
 * @param {State} state
 */
function currentChannel({ channels, address }) {
  const named = address.kind === "channel" ? address.name : null;
  return channels.find(({ name }) => name === named) ?? channels[0] ?? null;
}

/** @param {State} state */
async function load(state) {
  drawWarnings(await fetchWarnings());
  state.channels = await fetchChannels();
  const { quarantined, troubles } = await fetchDesk();
  state.troubles = troubles;
  drawQuarantine(quarantined);
}

/**
 * @param {State} state
 * @param {ReturnType<typeof createTimeline>} timeline
 */
async function loadEditions(state, timeline) {
  const channel = currentChannel(state);
  if (channel === null) return;
  const { face, limit } = state;
  const editions = await fetchEditions(channel.name, face, limit);
  // An edition may stand in several messages, all of one slot.
  const slots = new Set(editions.map(({ slot }) => slot)).size;
  const more = slots === limit && limit < MOST_EDITIONS;
  const [newest] = timeline.draw({ channel, face, editions, more });
  keepSeen(channel.name, editions[0]?.slot ?? 0);
  if (newest !== undefined) announce(newest);
}

/**
 * @param {State} state
 * @param {import("./tabs.js").Tab | null} tab
 */
function drawShell(state, tab) {
  const channel = currentChannel(state);
  const current = tab === null ? (channel?.name ?? null) : null;
  drawChannels(state.channels, current, state.troubles, state.role);
  if (tab === null) drawTopbar(channel);
  else setTopbar(tab.label, [tab.about]);
}

/** @param {{ summary: string }} edition */
function announce({ summary }) {
  say(`New edition. ${summary}`);
  byId("fresh", HTMLElement).hidden = byId("editions", HTMLElement).scrollTop < NEAR_TOP;
}

/** @param {unknown} error */
function sayFault(error) {
  say(error instanceof Error ? error.message : String(error));
}

/**
 * A call during a run makes one more run after it, so that no change is missed and none is fetched twice.
 * @param {() => Promise<void>} work
 */
function oneAtATime(work) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work().catch(sayFault);
    }
    running = false;
  };
}

/**
 * @param {State} state
 * @param {() => void} onMove
 */
function startMoves(state, onMove) {
  const drawer = createDrawer();
  const scroller = byId("editions", HTMLElement);
  const fresh = byId("fresh", HTMLButtonElement);
  followLinks(() => {
    state.address = readAddress(location);
    state.limit = FIRST_EDITIONS;
    scroller.scrollTop = 0;
    fresh.hidden = true;
    drawer.close();
    onMove();
  });
  listening(fresh, { click: () => scroller.scrollTo({ top: 0, behavior: "smooth" }) });
  listening(scroller, {
    scroll: () => {
      if (scroller.scrollTop < NEAR_TOP) fresh.hidden = true;
    },
  });
}

/** Where a slash is a slash. */
const TYPED_IN = "input:not([type=radio], [type=checkbox], [type=file]), textarea, select";

/** @param {ReturnType<typeof createComposer>} composer */
function startShortcut(composer) {
  listening(document, {
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== "/") return;
      const typing = event.target instanceof HTMLElement && event.target.matches(TYPED_IN);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      composer.fill("/");
    },
  });
}

startAccount().then(({ id, role, edits }) => {
  if (role === null) return;
  answersAreOf(`${id} ${role}`);
  draftsAreOf(id);
  start({ role, edits });
}, sayFault);
