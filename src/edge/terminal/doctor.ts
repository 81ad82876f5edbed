import type { Finding } from "#desk/port/chat-service.ts";
import type { Output } from "./output.ts";

/** `doctor`: what was looked at, and the mend of what is not right. Exit code 1 when something is not. */
export function printFindings(out: Output, findings: readonly Finding[], json: boolean): number {
  const ills = findings.filter(({ ok }) => !ok).length;
  for (const { subject, ok, says } of findings) {
    if (json) out.line(JSON.stringify({ subject, ok, says }));
    else out.line(findingLine(out, { subject, ok, says }));
  }
  if (!json) {
    out.line();
    out.line(ills === 0 ? "All is well." : `${ills} to mend.`);
  }
  return ills === 0 ? 0 : 1;
}

/** `✓ Slack: the token works` */
export function findingLine(out: Output, { subject, ok, says }: Finding): string {
  return `${ok ? out.style("green", "✓") : out.style("red", "✗")} ${subject}: ${says}`;
}
