import type { Channel } from "#core/digest/channel.ts";
import { topicText } from "#core/digest/topic.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Button, Message, Section } from "#core/message/message.ts";
import { count, note, paragraph, section } from "#core/message/say.ts";
import { PLAIN_NAMES } from "./naming.ts";
import { clockTime } from "./quiet-words.ts";

/** An alert as its reader is shown it: its number, and the channel that it is. */
export interface AlertShown {
  readonly number: number;
  readonly channel: Channel;
}

/** What has been ordered, or changed. */
export function alertAnswer(alert: AlertShown): Message {
  const summary = `You hear as it happens of: ${topicOf(alert)}`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        paragraph({ text: termsOf(alert.channel) }),
        {
          kind: "buttons",
          buttons: [endButton(alert), { kind: "ask", label: LABELS.allAlerts, ask: "alert" }],
        },
      ),
    ],
  };
}

/** All alerts of one reader. */
export function alertsAnswer(alerts: readonly AlertShown[], named = PLAIN_NAMES): Message {
  const summary =
    alerts.length === 0 ? "You have no alert." : `You have ${count(alerts.length, "alert")}`;
  const how = `Order one by its words: ${named("alert storm velsk quiet:22-7 most:5")}`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, ...(alerts.length > 0 && { style: "strong" as const }) })),
      ...alerts.map(alertSection),
      section(
        note({
          text: alerts.length === 0 ? how : `${how}. All of them end by: ${named("alert off")}`,
        }),
      ),
    ],
  };
}

function alertSection(alert: AlertShown): Section {
  return section(
    paragraph({ text: topicOf(alert), style: "strong" }, { text: ` · ${termsOf(alert.channel)}` }),
    { kind: "buttons", buttons: [endButton(alert)] },
  );
}

function endButton({ number }: AlertShown): Button {
  return { kind: "ask", label: LABELS.endIt, ask: `alert end:${number}` };
}

function topicOf({ channel: { topics } }: AlertShown): string {
  return topics === null ? "every article" : topicText(topics);
}

/** `At most 5 messages a day; quiet from 22:00 to 07:00 (Europe/London). What that leaves comes together at 07:00.` */
function termsOf({ cadence, atOnceMost }: Channel): string {
  const [line] = cadence.lines;
  const [hush] = cadence.quiet;
  const at = line === undefined ? "" : ` What that leaves comes together ${sayAt(hush?.to)}.`;
  const quiet =
    hush === undefined
      ? "no quiet hours"
      : `quiet from ${clockTime(hush.from)} to ${clockTime(hush.to % (24 * 60))}`;
  return `At most ${count(atOnceMost ?? 0, "message")} a day; ${quiet} (${cadence.timeZone}).${at}`;
}

function sayAt(end: number | undefined): string {
  return `at ${clockTime((end ?? NO_QUIET) % (24 * 60))}`;
}

/** When the rest of a day comes where there are no quiet hours, as a minute of the day. */
export const NO_QUIET = 7 * 60;
