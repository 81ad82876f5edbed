import pg from "pg";
import type { Desk, Running } from "#tests/main/bot.ts";
import { type Crossing, openCrossing } from "#tests/postgres/crossing.ts";
import type { PostgresServer } from "#tests/postgres/server.ts";

/** Processes of one newsroom on one database, each with a way of its own to it, and a supervisor that starts again what ended. */
export interface Cluster {
  readonly members: readonly Member[];
  /** How processes ended that nobody told to. */
  readonly ends: readonly End[];
  /** Who does what one process does for all; `null` where that one is gone, and nobody knows yet. */
  leader(): Promise<Member | null>;
  /** Asks the database itself, around all that goes wrong. */
  ask<Row>(statement: string): Promise<readonly Row[]>;
  /** Ends all of them, and starts none again. */
  close(signal?: NodeJS.Signals): Promise<void>;
}

export interface Member {
  readonly name: string;
  readonly crossing: Crossing;
  readonly env: Readonly<Record<string, string>>;
  /** The process as it is now. */
  bot(): Running;
  /** Ends the process; another one takes its place. @returns the exit code */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface End {
  readonly member: string;
  readonly code: number | null;
  readonly said: string;
}

export interface ClusterParts {
  readonly desk: Desk;
  readonly server: PostgresServer;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly size: number;
}

export async function openCluster(parts: ClusterParts): Promise<Cluster> {
  const ends: End[] = [];
  const names = Array.from({ length: parts.size }, (_, index) => `process-${index + 1}`);
  const supervised = await Promise.all(names.map((name) => supervise(parts, name, ends)));
  const ask = async <Row>(statement: string) => {
    const client = new pg.Client({ connectionString: parts.url });
    await client.connect();
    try {
      const { rows } = await client.query(statement);
      return rows as readonly Row[];
    } finally {
      await client.end();
    }
  };
  const members = supervised.map(({ member }) => member);
  return {
    ...{ members, ends, ask },
    async leader() {
      const [row] = await ask<{ owner: string }>("select owner from shift order by token limit 1");
      const pid = Number(/\d+$/.exec(row?.owner ?? "")?.[0]);
      return members.find((member) => member.bot().pid === pid) ?? null;
    },
    async close(signal = "SIGTERM") {
      await Promise.all(supervised.map(({ close }) => close(signal)));
    },
  };
}

async function supervise({ desk, server, url, env }: ClusterParts, name: string, ends: End[]) {
  const crossing = await openCrossing(server.port);
  const through = new URL(url);
  through.port = String(crossing.port);
  const own = { ...env, DATABASE_URL: through.href, COPYDESK_DATA: name };
  let closing = false;
  let told: Running | null = null;
  let bot: Running;
  const launch = () => {
    const started = desk.start({ env: own });
    bot = started;
    void started.ended.then((code) => {
      if (told !== started) ends.push({ member: name, code, said: started.said() });
      if (!closing) launch();
    });
  };
  launch();
  const end = (signal: NodeJS.Signals) => {
    told = bot;
    return bot.stop(signal);
  };
  const member: Member = { name, crossing, env: own, bot: () => bot, end };
  const close = async (signal: NodeJS.Signals) => {
    closing = true;
    await end(signal);
    await crossing.close();
  };
  return { member, close };
}
