import { expect, test } from "vitest";
import { makeArticle } from "#core/article/make.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { copyOfStory, readBytes, readText, reasonOf, storiesOf } from "./helpers.ts";

const META = { id: "x", revision: 1, path: "a", contentHash: "", takenIn: Date.UTC(2026, 10, 28) };
const writeBrief = createWriteBrief();
const control = (letters: string): Uint8Array =>
  Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

const g2 = (status: string, note: string): string =>
  `<newsItem guid="urn:a:1"><itemMeta><pubStatus qcode="stat:${status}"/><edNote>${note}</edNote></itemMeta><contentMeta><headline>Ferry stops</headline></contentMeta></newsItem>`;
const ml1 = (status: string): string =>
  `<NewsML><NewsItem><NewsManagement><Status FormalName="${status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry stops</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`;
const nitf = (status: string, note: string): string =>
  `<nitf><head><docdata management-status="${status}"><doc-id id-string="urn:a:1"/><ed-msg info="${note}"/></docdata></head><body><body.head><hedline><hl1>Ferry stops</hl1></hedline></body.head><body.content/></body></nitf>`;
const rss = (item: string): string =>
  `<rss version="2.0" xmlns:wp="urn:w"><channel><title>Port News</title><item><guid>1</guid>${item}</item></channel></rss>`;
const mail = (subject: string, text: string): string =>
  `From: a@port.example\nDate: Fri, 8 May 2026 09:12:00 +0200\nSubject: ${subject}\nMessage-ID: <1@port.example>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n${text}\n`;
const anpa = (above: string): Uint8Array =>
  control(
    `\x16\x16\x01W1234 world\r\nu i BC-Ferry 05-09 0021\r\n\x02${above}\x03HN-WF-05-09-25 1015GMT\r\n\x04`,
  );
const iptc = (text: string): Uint8Array =>
  control(`\x01hne062 3 POL 211 hna 061\r\n\nFerry/\r\n\x02${text}\x03091015 GMT May 25 \r\n\x04`);

test.each<[string, string | Uint8Array, string]>([
  ["a.txt", "EDS: please disregard", "killed"],
  ["a.txt", "Slug: FERRY-STOPS\nStatus: withheld\n", "withheld"],
  ["a.txt", "Id: urn:a:1\n\nKILL\n", "killed"],
  ["a.txt", "HOLD\n", "withheld"],
  ["a.txt", 'KILL KILL KILL\n\nEditors: please kill "Ferry stops at dawn".\n', "killed"],
  ["a.md", "---\nguid: urn:a:1\nstatus: canceled\n---\n", "killed"],
  ["a.md", "+++\nguid = 'urn:a:1'\nstatus = 'withheld'\n+++\n", "withheld"],
  [
    "a.json",
    JSON.stringify({ uri: "urn:a:1", headline: "Ferry stops", pubstatus: "canceled" }),
    "killed",
  ],
  [
    "a.json",
    JSON.stringify({
      uri: "urn:a:1",
      headline: "Ferry stops",
      ednote: "Please disregard this story.",
    }),
    "killed",
  ],
  ["a.xml", g2("canceled", ""), "killed"],
  ["a.xml", g2("usable", "Please withdraw this story."), "killed"],
  ["a.xml", ml1("Withheld"), "withheld"],
  ["a.xml", nitf("canceled", ""), "killed"],
  ["a.xml", nitf("usable", "Kill this story."), "killed"],
  ["a.xml", rss("<title>KILL: Ferry stops</title>"), "killed"],
  ["a.xml", rss("<title>Ferry stops</title><wp:status>private</wp:status>"), "withheld"],
  ["a.eml", mail("KILL: ferry-stops", ""), "killed"],
  ["a.eml", mail("Ferry stops", "EDS: please disregard"), "killed"],
  ["a.tst", anpa("^Ferry stops <\r\n^Eds: Please disregard this story.<\r\n"), "killed"],
  ["a", iptc("Ferry stops =\r\n\nEDS: Please disregard this story.\r\n"), "killed"],
])("an order needs no text: %s of %j", async (path, content, status) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const stories = [...(await storiesOf(path, bytes)).values()].map(copyOfStory);
  expect(stories).toHaveLength(1);
  for (const copy of stories) {
    expect(copy.body).toBe("");
    const article = makeArticle(copy, META);
    expect(article.status).toBe(status);
    expect(writeBrief(article)).toMatchObject({ body: "", facts: [], quotes: [] });
  }
});

test.each<[string, string | Uint8Array]>([
  ["a.txt", "Slug: FERRY-STOPS\nEDS: With pictures.\n"],
  ["a.txt", "Status: usable\n"],
  ["a.md", "---\nguid: urn:a:1\nstatus: published\n---\n"],
  ["a.json", JSON.stringify({ uri: "urn:a:1", headline: "Ferry stops", pubstatus: "usable" })],
  ["a.xml", g2("usable", "With pictures.")],
  ["a.xml", ml1("Usable")],
  ["a.xml", nitf("usable", "With pictures.")],
  ["a.eml", mail("Ferry stops", "")],
  ["a.tst", anpa("^Ferry stops <\r\n^Eds: With pictures.<\r\n")],
  ["a", iptc("Ferry stops =\r\n\nEDS: With pictures.\r\n")],
])("neither text nor order is quarantined: %s of %j", async (path, content) => {
  const reading = typeof content === "string" ? readText(path, content) : readBytes(path, content);
  expect(await reasonOf(reading)).toMatch(/no story|no text/u);
});

test("an entry of a feed that is neither text nor order is told", async () => {
  const [story] = [...(await storiesOf("a.xml", rss("<title>Ferry stops</title>"))).values()];
  expect(story).toMatchObject({ ok: false, reason: expect.stringMatching(/no story/u) });
});
