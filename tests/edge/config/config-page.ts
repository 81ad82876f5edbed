import { z } from "zod";

/** What JSON Schema says of one value: what of it the page of the documentation tells. */
const NODE = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  get properties() {
    return z.record(z.string(), NODE).optional();
  },
  get items() {
    return NODE.optional();
  },
  get anyOf() {
    return z.array(NODE).optional();
  },
});
type Node = z.infer<typeof NODE>;

/** The page of the documentation that names every key of the config, made from the schema that checks it. */
export function configPage(schema: unknown): string {
  const root = NODE.parse(schema);
  const channel = root.properties?.channels?.items ?? {};
  return `# Every key of \`config/newsroom.yaml\`

Made by \`tests/edge/config/config-page.test.ts\` from the schema by which the config is checked: run it with \`-u\` after a change. What the keys
are for is told in [channels](channels.md) and [who](who.md); what stands in \`.env\`, in [.env.example](../.env.example). Changes count
within seconds while Copydesk works ([operations](operations.md#when-the-config-changes)); \`npm run copydesk -- doctor\` looks at them first.

## Of the newsroom

${table(rowsOf(root, "").filter(([key]) => !key.startsWith("channels.")))}

## Of each channel

${table(rowsOf(channel, ""))}
`;
}

type Row = readonly [key: string, value: string, meaning: string];

function rowsOf(node: Node, before: string): readonly Row[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const name = `${before}${key}`;
    const inner = [value, value.items ?? {}, ...(value.anyOf ?? [])];
    return [
      [name, saysOf(value), value.description ?? ""] as const,
      ...inner.flatMap((own) => rowsOf(own, `${name}.`)),
    ];
  });
}

/** What may stand there, in words: `1 to 25`, `full, compact or headlines`. */
function saysOf(node: Node): string {
  const { type, minimum, maximum, items, anyOf } = node;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(", ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(saysOf))].filter(Boolean).join(", or ");
  if (type === "array") return `a list${items === undefined ? "" : ` of ${saysOf(items)}`}`;
  const [least, most] = [minimum ?? null, wholeOrNull(maximum)];
  if (type === "integer" && most !== null) return `${least} to ${most}`;
  if (type === "integer") return least === null ? "a number" : `a number from ${least}`;
  if (type === "boolean") return "`true`, `false`";
  return type === "object" ? "keys below" : "text";
}

/** JSON Schema states the largest number that there is where none is meant. */
function wholeOrNull(most: number | undefined): number | null {
  return most === undefined || most >= Number.MAX_SAFE_INTEGER ? null : most;
}

function table(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    "| key | value | meaning |",
    "|---|---|---|",
    ...rows.map(([key, value, meaning]) => `| \`${key}\` | ${cell(value)} | ${cell(meaning)} |`),
  ].join("\n");
}
