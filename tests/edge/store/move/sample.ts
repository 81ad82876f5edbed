import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { createWriteBrief } from "#core/brief/write.ts";
import { createStoryDesk } from "#desk/story.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { article, entry, NOON } from "../../../contract/store/samples.ts";

const writeBrief = createWriteBrief();
const FLOOD =
  "A flash flood swept through the Sarn valley before dawn, killing 12 people in the village of Tevik, the governor, Halim Dorro, said.\n\n“We had no warning,” said Halim Dorro, the governor.";

/** Files reports as the intake does, and places them in stories. */
export async function fileReports(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const of = article(`flood-${index}`, {
      ...{ title: `Flood kills 12 in Sarn valley (${index})`, body: FLOOD, tags: ["weather"] },
      ...{ guid: `urn:flood:${index}`, source: `Wire ${index % 3}`, section: "world" },
      // All in one millisecond: only the last bits of `newness` tell them apart.
      published: NOON,
    });
    await store.archive.file(of, writeBrief(of), [entry(of, "taken-in"), entry(of, "briefed")]);
  }
  const clock = { now: () => NOON };
  await createStoryDesk({ store, clock, pause: async () => undefined }).placeAll();
}

const NUL = "before\u0000behind";
const ODD = "“Łódź” – 雪 🎻 \u0001 \u{10ffff} ' \" \\ $1 %s";

/** Rows that no desk makes within a second: odd values, and every table that reports leave empty. */
const ROWS: Readonly<Record<string, readonly (readonly SQLInputValue[])[]>> = {
  article_key: [
    [NUL, "flood-0"],
    [`guid|${"long ".repeat(300)}`, "flood-0"],
    ["", "flood-1"],
  ],
  sighting: [
    ["a\u0000b.txt", "5:1:2"],
    ["a\u0001b.txt", ODD],
    ["a.txt", ""],
  ],
  file_retry: [["torn.txt", "hash", 3, NOON]],
  slot: [
    ["front@slack:C1", NOON, NOON + 1, 0, 1],
    ["front@slack:C1", NOON + 5, NOON + 5, 1, 0],
  ],
  edition: [["front@slack:C1", NOON, "front", "Europe/London", 0]],
  edition_item: [
    ["front@slack:C1", NOON, 0, "flood-0", 1, 0, null],
    ["front@slack:C1", NOON, 1, "flood-1", 1, 1, ODD],
  ],
  edition_told: [["front@slack:C1", "flood-2", 1, NOON]],
  // In the order of the keys an edit precedes its post, and what it points at in turn: "a" → "b" → "c".
  delivery: [
    delivery("c", 0, "post", null),
    delivery("b", 1, "reply", "c"),
    delivery("a", 2, "edit", "b"),
    delivery("d", 3, "edit", "c"),
    delivery("n", 4, "notice", null),
    // More than a batch, before the post that all of them point at.
    ...Array.from({ length: 100 }, (_, index) => delivery(`a${index}`, 10 + index, "edit", "c")),
  ],
  delivery_item: [
    ["flood-0", 1, 0, "c", null],
    ["flood-1", 1, 1, "c", JSON.stringify({ kept: NUL })],
  ],
  progress: [["front@slack:C1", "front", 7, NOON]],
  channel_order: [["night", "{}", "slack:U1", ODD, NOON, null]],
  pause: [
    ["night", null],
    ["front", NOON],
  ],
  draft: [["d1", "slack:U1", "{}", NOON]],
  audit: [[41, NOON, "slack:U1", "Ana", `paused ${ODD}`, `freed flood-0 ${NOON}`]],
  setting_seen: [["front-page", '{"schedule":"5c1d"}']],
  slack_installation: [["T1", "v1:sealed:c2VhbGVk", NOON]],
  interaction: [["1747.2.abc", NOON]],
  greeting: [["slack:C1", NOON]],
  mention: [["slack", "C1", "S0001", "flood-0", NOON]],
  report: [
    [7, "flood-0", 1, 1, "slack:U1", "Ana", ODD, NOON, "slack", "D1", "open", null, null],
    [9, "flood-1", 1, 2, "preview:page", "the page", "x", NOON, null, null, "held", NOON, "Bo"],
  ],
  report_notice: [["n", 7]],
  sign_in_link: [["5c1d", "slack:U1", ODD, "editor", NOON]],
  page_session: [["9f2e", "slack:U1", ODD, "admin", "link", NOON, NOON + 1]],
  wished_order: [["front@slack:C1", '["flood-1","flood-0"]', ODD, NOON]],
  left_out: [
    ["front@slack:C1", "flood-2", "good", ODD, NOON],
    ["front@slack:C1", "flood-3", "next", "Bo", NOON],
  ],
  approval: [
    [5, "front@slack:C1", NOON, "front", "{}", null, "[]", NOON, null, NOON, null, null, null],
    [
      ...[6, "front@slack:C1", NOON + 5, "front", "{}", "{}", ODD, NOON, NOON + 9, null],
      ...["let-go", ODD, NOON],
    ],
  ],
  approval_notice: [[5, "n"]],
  restoration: [[NOON, NOON - 1, 2, 1, 7, null]],
  model_answer: [
    ["5c1d", "tarn-1", "flood-1", NOON, "answered", '{"facts":[1]}', 900, 40],
    ["9f2e", ODD, "flood-0", NOON, "slow", null, 0, 0],
  ],
  pair_opinion: [["flood-0", "flood-1", 1]],
  trouble: [["front@slack:C1", "slack", "C1", "gone", NOON, NOON, null]],
  trouble_told: [["front@slack:C1", "admin@slack:C9", NOON]],
  // A tenth has no end in base two, and the next double is another one.
  story_link: [
    [9_001, 9_002, 0.1 + 0.2, "[]"],
    [9_001, 9_003, -1.7976931348623157e308, "[]"],
  ],
};

function delivery(
  key: string,
  part: number,
  kind: string,
  target: string | null,
): readonly SQLInputValue[] {
  const state = ["waiting", NOON, 0, 0, null, null, null, null, null] as const;
  return [key, "front@slack:C1", NOON, part, kind, target, 0, "slack", "C1", ODD, ...state];
}

/** A store with rows in every table; `reports` of them are articles. */
export async function fillStore(folder: string, reports = 4): Promise<void> {
  const store = await openStore({ folder });
  await fileReports(store, reports);
  await store.close();
  const file = new DatabaseSync(join(folder, "copydesk.db"));
  for (const [table, rows] of Object.entries(ROWS)) {
    for (const row of rows) {
      file.prepare(`insert into ${table} values (${row.map(() => "?").join(", ")})`).run(...row);
    }
  }
  // A number that was given and taken back is not given again.
  file.exec("insert into ledger values (500, 'x', '', 'gone', '', 1, null)");
  file.exec("delete from ledger where number = 500");
  file.close();
}

/** Every table but those of the full-text index and the migrations. */
const OURS = `select name from pragma_table_list where schema = 'main' and type = 'table'
  and name not in ('sqlite_schema', 'kysely_migration', 'kysely_migration_lock') order by name`;

/**
 * All that is in a database file, read without the code that is tried: whole numbers as they are.
 *
 * @param kept what became of texts on their way
 */
export function dump(
  folder: string,
  kept: (text: string) => string = (text) => text,
): ReadonlyMap<string, readonly string[]> {
  const file = new DatabaseSync(join(folder, "copydesk.db"), { readOnly: true });
  try {
    const tables = file.prepare(OURS).all();
    return new Map(
      tables.map(({ name }): [string, readonly string[]] => {
        const rows = file.prepare(`select * from ${name}`);
        rows.setReadBigInts(true);
        return [
          String(name),
          rows
            .all()
            .map((row) => inWords(row, kept))
            .sort(),
        ];
      }),
    );
  } finally {
    file.close();
  }
}

function inWords(row: Readonly<Record<string, unknown>>, kept: (text: string) => string): string {
  return JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === "string") return kept(value);
    return typeof value === "bigint" ? `${value}n` : value;
  });
}

/** What a text is to be once it was in PostgreSQL. */
export function withoutNul(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
