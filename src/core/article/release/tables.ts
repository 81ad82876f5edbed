import { ARABIC } from "./arabic.ts";
import { CHINESE } from "./chinese.ts";
import { DUTCH } from "./dutch.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { HINDI } from "./hindi.ts";
import { ITALIAN } from "./italian.ts";
import { JAPANESE } from "./japanese.ts";
import { POLISH } from "./polish.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { RUSSIAN } from "./russian.ts";
import { SPANISH } from "./spanish.ts";
import type { NoticeTable } from "./table.ts";
import { TURKISH } from "./turkish.ts";
import { plainLetters } from "./unveil.ts";
import { URDU } from "./urdu.ts";

const TABLES: readonly NoticeTable[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  POLISH,
  RUSSIAN,
  TURKISH,
  ARABIC,
  URDU,
  HINDI,
  CHINESE,
  JAPANESE,
];

/** Every language in which notices are read, English first, all in plain letters. */
export const NOTICE_TABLES: readonly NoticeTable[] = TABLES.map((table) => ({
  ...table,
  stem: plainLetters(table.stem),
  lead: plainLetters(table.lead),
  around: plainLetters(table.around),
  object: plainLetters(table.object),
  prose: plainLetters(table.prose),
  rows: table.rows.map((row) => ({ ...row, reads: plainLetters(row.reads) })),
  moments: table.moments.map(
    ([pattern, english]) =>
      [new RegExp(plainLetters(pattern.source), pattern.flags), english] as const,
  ),
}));
