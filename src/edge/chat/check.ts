import type { Finding } from "#desk/port/chat-service.ts";

/** Looks at one thing with a platform's help; what fails meanwhile is what is found. Never rejects. */
export async function lookAt(
  subject: string,
  explain: (error: unknown) => string,
  look: () => Promise<Finding>,
): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return fault(subject, explain(error));
  }
}

export function fine(subject: string, says: string): Finding {
  return { subject, ok: true, says };
}

/** @param says what is wrong, and what mends it */
export function fault(subject: string, says: string): Finding {
  return { subject, ok: false, says };
}

/** What is posted to try a channel. */
export const TEST_MESSAGE = "Copydesk can post here.";

/** @param subject what `doctor` calls the channel */
export function postedTest(subject: string): Finding {
  return fine(subject, `“${TEST_MESSAGE}” stands there`);
}
