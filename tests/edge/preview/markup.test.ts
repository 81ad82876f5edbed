import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { createNewsroom } from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;

/** The frame of a picture, which the page does not load. */
const PICTURE =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3.500 5h13v10h-13zM3.500 13l4-4 3.500 3.500 2-2 3.500 3.500M12.500 8h.010"></path></svg>Picture';

describe.skipIf(!found.ok)(`markup, drawn as the platforms draw it${why}`, () => {
  let browser: Browser;
  let preview: Preview;
  let page: Page;

  beforeAll(async () => {
    if (!found.ok) return;
    browser = await launchBrowser(found.path);
    preview = createPreview({ port: 0, ...createNewsroom() });
    page = await browser.newPage();
    await page.goto((await preview.start()).url);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
  });

  /** What one of the page's own modules makes of something, without what every link carries. */
  async function drawn(module: string, call: string, given: unknown): Promise<string> {
    const script = `import("/${module}").then((own) => own.${call}(${JSON.stringify(given)}).innerHTML)`;
    const html = await page.evaluate<string>(script);
    return html.replaceAll(/ (?:dir="auto"|target="_blank"|rel="noopener noreferrer")/g, "");
  }

  test.each([
    [
      "**b** *i* _i_ __u__ ~~s~~",
      "<p><strong>b</strong> <em>i</em> <em>i</em> <u>u</u> <s>s</s></p>",
    ],
    [String.raw`\*\*b\*\* \_i\_ \~\~s\~\~`, "<p>**b** _i_ ~~s~~</p>"],
    ["snake_case_name 2 * 3 * 4", "<p>snake_case_name 2 * 3 * 4</p>"],
    ["***both***", "<p><strong><em>both</em></strong></p>"],
    ["## Two\n### Three", '<h3 class="d-heading-2">Two</h3><h4 class="d-heading-3">Three</h4>'],
    [String.raw`\# no heading`, "<p># no heading</p>"],
    ["#none", "<p>#none</p>"],
    ["-# small", '<p class="d-small">small</p>'],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["2. two\n3. three", '<ol start="2"><li>two</li><li>three</li></ol>'],
    [String.raw`2\. no item`, "<p>2. no item</p>"],
    [
      "> a\n> — **b**\nafter",
      '<blockquote class="d-quote"><div class="d-markdown"><p>a<br>— <strong>b</strong></p></div></blockquote><p>after</p>',
    ],
    [String.raw`\> no quote`, "<p>&gt; no quote</p>"],
    ["[a](https://x.example/b)", '<p><a href="https://x.example/b">a</a></p>'],
    [
      String.raw`[**a \] b**](https://x.example/%28c%29)`,
      '<p><a href="https://x.example/%28c%29"><strong>a ] b</strong></a></p>',
    ],
    [
      String.raw`\[a\](https://x.example)`,
      '<p>[a](<a href="https://x.example/">https://x.example</a>)</p>',
    ],
    ["[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"],
    [
      "see https://x.example/a.",
      '<p>see <a href="https://x.example/a">https://x.example/a</a>.</p>',
    ],
    [String.raw`https\://x.example`, "<p>https://x.example</p>"],
    ["<b>&amp;</b>", "<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"],
    ["`a *b*`", '<p><code class="d-inline-code">a *b*</code></p>'],
    ["a\n\nb", "<p>a<br><br>b</p>"],
    ["** not bold", "<p>** not bold</p>"],
    ["a trailing \\", "<p>a trailing \\</p>"],
  ])("Discord: %s", async (text, html) => {
    expect(await drawn("discord-markdown.js", "discordMarkdown", text)).toBe(html);
  });

  test.each([
    ["*b* _i_ ~s~", "<p><strong>b</strong> <em>i</em> <s>s</s></p>"],
    ["snake_case_name 2*3*4 * x *", "<p>snake_case_name 2*3*4 * x *</p>"],
    ["&lt;b&gt; &amp;amp;", "<p>&lt;b&gt; &amp;amp;</p>"],
    [
      "<https://x.example/?a=1&amp;b=2|a &amp; b>",
      '<p><a href="https://x.example/?a=1&amp;b=2">a &amp; b</a></p>',
    ],
    ["<javascript:alert(1)|a>", "<p>&lt;javascript:alert(1)|a&gt;</p>"],
    ["&gt; quoted\nafter", "<blockquote>quoted</blockquote><p>after</p>"],
    ["`a *b*`", '<p><code class="s-code">a *b*</code></p>'],
    [
      "<!channel> <@U1>",
      '<p><span class="s-mention">@channel</span> <span class="s-mention">@U1</span></p>',
    ],
  ])("Slack's mrkdwn: %s", async (text, html) => {
    expect(await drawn("slack-mrkdwn.js", "slackMrkdwn", text)).toBe(html);
  });

  test.each([
    [
      { type: "header", text: { type: "plain_text", text: "A &amp; *b*" } },
      '<h3 class="s-header">A &amp; *b*</h3>',
    ],
    [
      { type: "context", elements: [{ type: "plain_text", text: "&amp;lt;" }] },
      '<div class="s-context"><span>&amp;lt;</span></div>',
    ],
    [
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "a &amp; *b* ", style: { bold: true, italic: true } },
              { type: "link", url: "https://x.example", text: "c" },
              { type: "link", url: "javascript:alert(1)", text: "d" },
            ],
          },
        ],
      },
      '<div class="s-rich"><p><em><strong>a &amp;amp; *b* </strong></em><a href="https://x.example/">c</a><span>d</span></p></div>',
    ],
    [
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "a" }] }],
          },
          { type: "rich_text_quote", elements: [{ type: "text", text: "b" }] },
        ],
      },
      '<div class="s-rich"><ul><li>a</li></ul><blockquote>b</blockquote></div>',
    ],
    [
      {
        type: "section",
        text: { type: "plain_text", text: "Picture: A &amp; B" },
        accessory: { type: "image", image_url: "https://x.example/a.jpg", alt_text: "<b> & c" },
      },
      `<div class="s-section"><div><div>Picture: A &amp; B</div></div><a href="https://x.example/a.jpg" class="s-thumbnail" title="&lt;b&gt; &amp; c">${PICTURE}</a></div>`,
    ],
    [{ type: "divider" }, '<hr class="s-divider">'],
    [
      { type: "map", place: "x" },
      '<p class="s-context">The page cannot show a block of type map.</p>',
    ],
  ])("Slack's block %j", async (block, html) => {
    expect(await drawn("slack.js", "drawSlack", { blocks: [block] })).toBe(html);
  });

  test.each([
    [
      { type: 17, accent_color: 255, components: [{ type: 10, content: "a" }] },
      '<div class="d-container has-accent" style="--accent-bar: #0000ff;"><div class="d-markdown"><p>a</p></div></div>',
    ],
    [{ type: 14, divider: true, spacing: 1 }, '<hr class="d-separator">'],
    [
      { type: 14, divider: false, spacing: 2 },
      '<hr class="d-separator" data-wide="" data-bare="">',
    ],
    [
      { type: 1, components: [{ type: 2, style: 1, label: "<b>", custom_id: "ask:help" }] },
      '<div class="d-row"><button class="d-button primary" type="button">&lt;b&gt;</button></div>',
    ],
    [
      {
        type: 9,
        components: [{ type: 10, content: "a" }],
        accessory: { type: 11, media: { url: "https://x.example/a.jpg" }, description: "<b>" },
      },
      `<div class="d-section"><div><div class="d-markdown"><p>a</p></div></div><a href="https://x.example/a.jpg" class="d-thumbnail" title="&lt;b&gt;">${PICTURE}</a></div>`,
    ],
    [{ type: 99 }, '<p class="d-small">The page cannot show a component of type 99.</p>'],
  ])("Discord's component %j", async (component, html) => {
    expect(await drawn("discord.js", "drawDiscord", { components: [component] })).toBe(html);
  });

  test("a picture stands with its credit on the page's own sheet, which loads nothing", async () => {
    const picture = { kind: "picture", url: "https://x.example/a.jpg", credit: "<b>" };
    const sections = [
      {
        blocks: [
          { ...picture, alt: "A" },
          { ...picture, alt: null },
        ],
      },
    ];
    const link = '<a href="https://x.example/a.jpg">Picture</a> · <bdi>&lt;b&gt;</bdi>';
    expect(await drawn("paper.js", "drawPaper", { sections })).toBe(
      `<div class="p-part"><p class="p-note"><bdi>A</bdi> · ${link}</p><p class="p-note">${link}</p></div>`,
    );
  });
});
