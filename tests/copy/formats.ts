import { gzipSync } from "node:zlib";

/** What a fictional story says, whatever format it comes in. */
export interface Told {
  readonly id: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

export interface Format {
  readonly extension: string;
  write(story: Told): string | Uint8Array;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const paragraphsOf = ({ paragraphs }: Told) =>
  paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n");

/** One writer a format, for tests that need a folder of everything; only what a reader must know is in them. */
export const FORMATS: readonly Format[] = [
  {
    extension: "txt",
    write: ({ headline, paragraphs }) => [headline, ...paragraphs].join("\n\n"),
  },
  {
    extension: "md",
    write: ({ headline, paragraphs }) =>
      `---\ntitle: ${JSON.stringify(headline)}\ntags: [harbour]\n---\n\n${paragraphs.join("\n\n")}\n`,
  },
  {
    extension: "html",
    write: (story) =>
      `<!doctype html><html lang="en"><head><title>${escaped(story.headline)}</title></head><body><nav>Home</nav><article><h1>${escaped(story.headline)}</h1>${paragraphsOf(story)}</article></body></html>`,
  },
  {
    extension: "json",
    write: (story) =>
      JSON.stringify({
        uri: `urn:newsml:tarn.example:2026:${story.id}`,
        type: "text",
        versioncreated: "2026-05-08T06:00:00Z",
        headline: story.headline,
        body_xhtml: paragraphsOf(story),
      }),
  },
  {
    extension: "xml",
    write: (story) =>
      `<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>${escaped(story.headline)}</title></head><body><body.head><hedline><hl1>${escaped(story.headline)}</hl1></hedline></body.head><body.content>${paragraphsOf(story)}</body.content></body></nitf>`,
  },
  {
    extension: "xml",
    write: (story) =>
      `<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:tarn.example:2026:g2-${story.id}" version="1"><itemMeta><versionCreated>2026-05-08T06:00:00Z</versionCreated></itemMeta><contentMeta><headline>${escaped(story.headline)}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphsOf(story)}</body></html></inlineXML></contentSet></newsItem>`,
  },
  {
    extension: "rss",
    write: (story) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Wire</title><item><title>${escaped(story.headline)}</title><guid>${story.id}</guid><description>${escaped(paragraphsOf(story))}</description></item></channel></rss>`,
  },
  {
    extension: "eml",
    write: ({ headline, paragraphs, id }) =>
      `From: Tarn Wire <desk@tarn.example>\r\nTo: news@example.org\r\nSubject: ${headline}\r\nMessage-ID: <${id}@tarn.example>\r\nDate: Fri, 8 May 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${paragraphs.join("\r\n\r\n")}\r\n`,
  },
  {
    extension: "txt.gz",
    write: ({ headline, paragraphs }) => gzipSync([headline, ...paragraphs].join("\n\n")),
  },
];
