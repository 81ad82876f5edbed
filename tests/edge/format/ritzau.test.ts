import { expect, test } from "vitest";
import { copyOf, copyOfStory, readText, reasonOf, storiesOf } from "./helpers.ts";

const item = (fields: string): string => `<RBNews><NewsID>n1</NewsID>${fields}</RBNews>`;
const queue = (items: string): string =>
  `<?xml version="1.0"?><XMLNewsQueuedResponse xmlns="http://tempuri.org/"><XMLNewsQueuedResult xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><ListOfRBNews xmlns="">${items}</ListOfRBNews></XMLNewsQueuedResult></XMLNewsQueuedResponse>`;

const HARBOUR = item(
  `<HistID>H-17</HistID><PublishDate>2025-05-09T10:15:00</PublishDate><strapline>HAVN-1</strapline><headline>Havnen lukker</headline><subtitle i:nil="true"/><town>K&#xF8;benhavn</town><origin>/ritzau/</origin><section>Indland</section><version>2</version><content>&lt;p&gt;Havnen er lukket, siger &amp;amp;quot;Ann&amp;amp;quot; Felt.&lt;/p&gt;&#xD;&lt;p&gt;Det koster &#xC2;&#xA3;4.&lt;/p&gt;</content><Priority>3</Priority><byLine i:nil="true"/><Annuleret>false</Annuleret>`,
);

test("an article of the queue", async () => {
  expect(await copyOf("a.xml", queue(HARBOUR))).toMatchObject({
    format: "ritzau",
    title: "Havnen lukker",
    subheadline: null,
    located: "København",
    section: "Indland",
    slug: "HAVN-1",
    urgency: "3",
    version: "2",
    guid: "H-17",
    source: "/ritzau/",
    status: null,
    body: 'Havnen er lukket, siger "Ann" Felt.\n\nDet koster £4.',
  });
});

test("several are several stories, and one that is withdrawn says so", async () => {
  const gone = item(
    "<headline>Havnen</headline><content>Teksten udgik.</content><Annuleret>true</Annuleret>",
  );
  const stories = await storiesOf("a.xml", queue(HARBOUR + gone));
  expect([...stories.keys()]).toEqual(["H-17", "n1"]);
  const story = stories.get("n1");
  if (story === undefined) throw new TypeError("no story");
  expect(copyOfStory(story).status).toBe("canceled");
});

test("a queue that was cut off is quarantined", async () => {
  expect(await reasonOf(readText("a.xml", queue(HARBOUR).slice(0, -40)))).toMatch(
    /cannot be read/u,
  );
});
