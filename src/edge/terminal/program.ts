import { Argument, Command, CommanderError, Option } from "commander";
import { DUTIES, type Duty } from "#desk/share.ts";
import { PLAIN } from "./digest.ts";
import type { Output } from "./output.ts";

/** What the grammar itself must know. */
export interface About {
  readonly version: string;
  /** Names of the platforms as which an edition can be printed. */
  readonly platforms: readonly string[];
}

/** What each command does; every one answers with its exit code: 0 done, 1 failed, 2 wrong use. */
export interface Commands {
  /** `only`: what of the work this process does; left to others, the rest is not done by it. */
  start(options: { readonly once: boolean; readonly only: readonly Duty[] }): Promise<number>;
  /** `model`: also as the language model of the config would have it. */
  brief(
    files: readonly string[],
    options: { readonly json: boolean; readonly model: boolean },
  ): Promise<number>;
  briefLines(): Promise<number>;
  storyLines(): Promise<number>;
  digest(
    channel: string,
    options: { readonly at: string | null; readonly as: string; readonly json: boolean },
  ): Promise<number>;
  rehearse(options: {
    readonly from: string;
    readonly to: string | null;
    readonly config: string | null;
    readonly json: boolean;
  }): Promise<number>;
  why(file: string, options: { readonly json: boolean }): Promise<number>;
  ledger(options: { readonly since: string | null; readonly json: boolean }): Promise<number>;
  retry(files: readonly string[]): Promise<number>;
  orders(options: { readonly json: boolean }): Promise<number>;
  doctor(options: { readonly json: boolean }): Promise<number>;
  passphrase(): Promise<number>;
  init(): Promise<number>;
  move(options: MoveOptions): Promise<number>;
  backup(file: string, options: { readonly replace: boolean }): Promise<number>;
  restore(options: RestoreOptions): Promise<number>;
  check(options: { readonly json: boolean }): Promise<number>;
}

/** A backup to be restored, or that what was lost by one is done anew. */
export type RestoreOptions =
  | { readonly file: string; readonly replace: boolean }
  | { readonly done: true };

/** Exactly one of the two: the address of a database. */
export type MoveOptions = { readonly to: string } | { readonly from: string };

const WRONG_USE = 2;
/** What people type: no command of the name is on their path. */
const TYPED = "npm run copydesk --";
const ENVIRONMENT = `
Settings are read from the environment and from .env: see .env.example.
Channels and their schedules stand in config/newsroom.yaml.`;

/**
 * Reads the command line and runs one command.
 * @returns the exit code
 */
export async function runProgram(
  words: readonly string[],
  commands: Commands,
  out: Output,
  { version, platforms }: About,
): Promise<number> {
  let exitCode = 0;
  const program = grammar(commands, { version, platforms }, (code) => {
    exitCode = code;
  });
  for (const command of [program, ...program.commands]) {
    const own = command === program ? "" : ` ${command.name()}`;
    command.showHelpAfterError(`(${TYPED}${own} --help says how)`);
    command.exitOverride().configureOutput({
      writeOut: (text) => out.line(text.trimEnd()),
      writeErr: (text) => out.complain(text.trimEnd()),
    });
  }
  try {
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : WRONG_USE;
  }
}

function grammar(
  commands: Commands,
  { version, platforms }: About,
  done: (exitCode: number) => void,
): Command {
  const program = new Command(TYPED)
    .description(
      "The digest desk of a newsroom: articles in a folder or a bucket become digests in channels.",
    )
    .version(version, "--version", "print the version and exit")
    .helpOption("--help", "print this help and exit")
    .addHelpText("after", ENVIRONMENT);
  const json = () => new Option("--json", "for programs: one JSON object a line");

  program
    .command("start")
    .description("watch the folder or bucket, brief, post what is due, answer commands")
    .option("--once", "take in what is there, post what is due, and exit")
    .addOption(
      new Option(
        "--only <duty...>",
        "with PostgreSQL, where other processes do the rest: these of the work alone",
      )
        .choices(DUTIES)
        .default(DUTIES, "all of it")
        .conflicts("once"),
    )
    .action(async ({ once = false, only }: { once?: boolean; only: readonly Duty[] }) =>
      done(await commands.start({ once, only })),
    );

  program
    .command("brief")
    .description("print the briefs of files; stores and posts nothing")
    .argument("[file...]", "articles")
    .addOption(json())
    .option(
      "--jsonl",
      'standard input has {"id","text","title"?} a line: one brief a line, in order',
    )
    .option("--model", "beside each, what the language model of the config makes of it")
    .action(async (files: string[], options: BriefOptions, command: Command) => {
      const { json = false, jsonl = false, model = false } = options;
      if (jsonl === files.length > 0 || (jsonl && model)) {
        command.error("error: name at least one file, or --jsonl alone and no file");
      }
      done(jsonl ? await commands.briefLines() : await commands.brief(files, { json, model }));
    });

  program
    .command("stories")
    .description("group reports by event, and say what each one changes; stores and posts nothing")
    .requiredOption(
      "--jsonl",
      'standard input has {"id","date","title"?,"text","source"?} a line, in the order of time: one line each',
    )
    .action(async () => done(await commands.storyLines()));

  program
    .command("digest")
    .description("print what a channel would be sent; posts nothing")
    .argument("<channel>", "a channel of config/newsroom.yaml")
    .option(
      "--at <time>",
      "at this moment: 18:00, 2026-05-08T18:00, or with a zone 2026-05-08T18:00Z",
    )
    .addOption(
      new Option("--as <face>", "how to print it: the platforms' exact JSON, one post a line")
        .choices([PLAIN, ...platforms])
        .default(PLAIN),
    )
    .addOption(json())
    .action(
      async (
        channel: string,
        { at = null, as, json = false }: { at?: string | null; as: string; json?: boolean },
      ) => done(await commands.digest(channel, { at, as, json })),
    );

  program
    .command("rehearse")
    .description("play stored copy again: what each channel would have had, and the difference")
    .requiredOption("--from <time>", "since: 18:00, 2026-05-08, or 2026-05-08T18:00Z")
    .option("--to <time>", "until then; else until now")
    .option("--config <file>", "with this config instead of the newsroom's own")
    .addOption(json())
    .action(async (options: { from: string; to?: string; config?: string; json?: boolean }) => {
      const { from, to = null, config = null, json = false } = options;
      done(await commands.rehearse({ from, to, config, json }));
    });

  program
    .command("why")
    .description("what became of a file, stage by stage, and by which rule")
    .addArgument(new Argument("<file>", "a file of the watched folder or bucket"))
    .addOption(json())
    .action(async (file: string, { json = false }: { json?: boolean }) =>
      done(await commands.why(file, { json })),
    );

  program
    .command("ledger")
    .description(
      "the balance of the files that came in: posted, waiting, merged, filtered, held, quarantined",
    )
    .option(
      "--since <time>",
      "files first seen since: 18:00, 2026-05-08, or 2026-05-08T18:00Z; else the last 24 hours",
    )
    .addOption(json())
    .action(async ({ since = null, json = false }: { since?: string | null; json?: boolean }) =>
      done(await commands.ledger({ since, json })),
    );

  program
    .command("retry")
    .description("read quarantined files once more: those named, or all of them")
    .argument("[file...]", "files of the watched folder or bucket")
    .action(async (files: string[]) => done(await commands.retry(files)));

  program
    .command("orders")
    .description("print the channels ordered in chat as YAML, as config/newsroom.yaml takes them")
    .addOption(json())
    .action(async ({ json = false }: { json?: boolean }) => done(await commands.orders({ json })));

  program
    .command("doctor")
    .description(
      "check config, tokens, permissions in every channel, folder or bucket, and store; name each mend",
    )
    .addOption(json())
    .action(async ({ json = false }: { json?: boolean }) => done(await commands.doctor({ json })));

  program
    .command("check")
    .description(
      "look the store through while the bot works: whether it is whole, and every file and post is accounted for",
    )
    .addOption(json())
    .action(async ({ json = false }: { json?: boolean }) => done(await commands.check({ json })));

  program
    .command("init")
    .description("ask what Copydesk needs, write .env and the config, and post a test message")
    .action(async () => done(await commands.init()));

  program
    .command("passphrase")
    .description(
      "make the line of .env by which a passphrase opens the page; asks for it twice, or reads standard input",
    )
    .action(async () => done(await commands.passphrase()));

  program
    .command("backup")
    .description(
      "write all of the store into one file, as it is at one moment, while the bot works",
    )
    .argument("<file>", "the file to be written")
    .option("--replace", "put it in the place of a file that is there")
    .addHelpText("after", BACKUP_HELP)
    .action(async (file: string, { replace = false }: { replace?: boolean }) =>
      done(await commands.backup(file, { replace })),
    );

  program
    .command("restore")
    .description(
      "make a backup the store again; what may have been posted since is not posted again",
    )
    .argument("[file]", "what `backup` has written")
    .option("--replace", "where a store is: it stays beside the new one, under another name")
    .option(
      "--done",
      "end what a restore keeps back: what people had decided since is decided anew",
    )
    .addHelpText("after", RESTORE_HELP)
    .action(
      async (
        file: string | undefined,
        { replace = false, done: isDone = false }: { replace?: boolean; done?: boolean },
        command: Command,
      ) => {
        if (isDone === (file !== undefined) || (isDone && replace)) {
          command.error("error: name one backup, or --done alone");
        }
        done(await commands.restore(file === undefined ? { done: true } : { file, replace }));
      },
    );

  // The direction stands in the command itself, and the other end is always COPYDESK_DATA: no variable that is set, or
  // forgotten, turns a move round.
  program
    .command("move")
    .description("move the store into PostgreSQL, or back; every row is checked, the old one stays")
    .option("--to <address>", "from COPYDESK_DATA into this empty database")
    .option("--from <address>", "from this database into COPYDESK_DATA, which has no store yet")
    .addHelpText("after", MOVE_HELP)
    // An address in the wrong place is refused below: here it would be repeated, with its password.
    .allowExcessArguments()
    .allowUnknownOption()
    .action(async (given: { to?: string; from?: string }, command: Command) => {
      const options = command.args.length === 0 ? moveOptions(given) : null;
      if (options === null) command.error(`error: name one address, ${MOVE_USE}`);
      else done(await commands.move(options));
    });

  return program;
}

interface BriefOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly model?: boolean;
}

const BACKUP_HELP = `
The config, .env and the articles themselves are not in it: keep copies of them, too. Keep the file as
closely as the data folder: it holds unpublished copy, and who is signed in.`;

const RESTORE_HELP = `
End the bot first, and bring the config, .env and the articles: what lies there is taken in, and counts
as posted. With DATABASE_URL it goes into that database, which must be empty.`;

const MOVE_USE = "as in --to postgres://user:password@host/name, or --from one";
const MOVE_HELP = `
An address is postgres://user:password@host/name; the password may stand in PGPASSWORD instead. End the
bot first. Nothing is overwritten: where a move is to go, there must be no row.`;

function moveOptions({ to, from }: { to?: string; from?: string }): MoveOptions | null {
  if (to !== undefined && from === undefined && isAddress(to)) return { to };
  return from !== undefined && to === undefined && isAddress(from) ? { from } : null;
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^postgres(?:ql)?:$/u.test(new URL(text).protocol);
}
