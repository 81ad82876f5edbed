import { setTimeout as wait } from "node:timers/promises";
import type { PostgresServer } from "#tests/postgres/server.ts";
import type { Cluster, Member } from "./cluster.ts";

/** What goes wrong; copy goes on coming in meanwhile. */
export const EVENTS = ["kill", "pause", "restart", "cut", "hang", "term"] as const;
export type EventName = (typeof EVENTS)[number];

export interface Scene {
  readonly cluster: Cluster;
  readonly server: PostgresServer;
  /** 0 to 1, by the seed. */
  readonly next: () => number;
  /** Of the longest times that things take: 1 for all of them, less where time is short. */
  readonly scale: number;
  /** Copy comes in, is revised and is deleted. */
  readonly write: () => void;
}

/** Milliseconds: longer than the lease, so that another process takes over meanwhile. */
const [SHORTEST_PAUSE, LONGEST_PAUSE] = [12_000, 20_000];
/** Milliseconds for which the database is away, or a way to it hangs. */
const LONGEST_AWAY = 10_000;
/** Milliseconds between two events: a take-over, an edition and a post all fall into this. */
const LONGEST_CALM = 5_000;
/** Milliseconds between two pieces of copy. */
const COPY_EVERY = 2_500;
/** How often what goes wrong befalls the one that leads. */
const LEADING = 0.5;

/** Lets time pass while copy comes in. */
async function pass({ next, write }: Scene, milliseconds: number): Promise<void> {
  const every = COPY_EVERY * (0.5 + next());
  for (let left = milliseconds; left > 0; left -= every) {
    await wait(Math.min(left, every));
    write();
  }
}

async function choose({ cluster, next }: Scene): Promise<Member> {
  const { members } = cluster;
  const any = members[Math.floor(next() * members.length)];
  const worker = next() < LEADING ? await cluster.leader() : null;
  const chosen = worker ?? any;
  if (chosen === undefined) throw new TypeError("a cluster has members");
  return chosen;
}

const upTo = ({ next, scale }: Scene, most: number) => next() * scale * most;

/** Looks, ten a second, until another leads. */
const MOST_LOOKS = 300;

/** Says after how long another leads, where it was the one that led. */
async function takeOver({ cluster }: Scene, who: string): Promise<string> {
  const begun = performance.now();
  if (!who.endsWith("leading")) return who;
  for (let look = 0; look < MOST_LOOKS && (await cluster.leader()) === null; look += 1)
    await wait(100);
  return `${who}; another does after ${Math.round(performance.now() - begun)} ms`;
}

/** @returns what happened, for people */
export async function happen(scene: Scene, name: EventName): Promise<string> {
  const { next, server, cluster } = scene;
  await pass(scene, upTo(scene, LONGEST_CALM));
  const member = await choose(scene);
  const who = `${member.name}${member === (await cluster.leader()) ? " leading" : ""}`;
  switch (name) {
    case "kill":
      await member.end("SIGKILL");
      return `killed ${await takeOver(scene, who)}`;
    case "term":
      await member.end("SIGTERM");
      return `told to end ${await takeOver(scene, who)}`;
    case "pause": {
      const { pid } = member.bot();
      process.kill(pid, "SIGSTOP");
      await pass(scene, SHORTEST_PAUSE + upTo(scene, LONGEST_PAUSE - SHORTEST_PAUSE));
      process.kill(pid, "SIGCONT");
      return `${who} stood still`;
    }
    case "restart":
      await server.restart(() => pass(scene, upTo(scene, LONGEST_AWAY)));
      return "the database restarted";
    case "cut":
      member.crossing.cut();
      return `${who} cut off`;
    case "hang":
      member.crossing.hang();
      await pass(scene, upTo(scene, LONGEST_AWAY));
      if (next() < 0.5) member.crossing.cut();
      member.crossing.flow();
      return `${who} heard nothing of the database`;
  }
}
