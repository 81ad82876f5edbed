import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** A channel as it is written into the config. */
export interface NewChannel {
  readonly name: string;
  readonly schedule: string;
  /** The ids of its places, by platform. */
  readonly places: Readonly<Record<string, string>>;
}

/** What a text of the config says of itself, as far as it can be read. */
export interface Written {
  readonly timeZone: string | null;
  readonly channels: readonly string[];
}

export function writtenIn(text: string): Written {
  const { contents } = parseDocument(text);
  const channels = isMap(contents) ? contents.get("channels") : null;
  const zone = isMap(contents) ? contents.get("timeZone") : null;
  const names = isSeq(channels)
    ? channels.items.flatMap((item) => (isMap(item) ? [String(item.get("name"))] : []))
    : [];
  return { timeZone: typeof zone === "string" ? zone : null, channels: names };
}

/**
 * The text with one more channel, all else as it stands, with its remarks.
 * @param timeZone of the newsroom, where the text names none
 */
export function withChannel(text: string, channel: NewChannel, timeZone: string | null): string {
  const document: Document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({});
  const { contents } = document;
  if (timeZone !== null && isMap(contents) && !contents.has("timeZone"))
    contents.items.unshift(document.createPair("timeZone", timeZone));
  const { name, schedule, places } = channel;
  const entry = document.createNode({ name, schedule, ...places });
  if (isSeq(document.get("channels"))) document.addIn(["channels"], entry);
  else document.set("channels", document.createNode([entry]));
  // A line is as long as whoever wrote it made it.
  return document.toString({ lineWidth: 0 });
}
