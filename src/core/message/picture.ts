import type { Article } from "#core/article/article.ts";
import { isSamePicture } from "#core/article/picture.ts";
import type { Block, Budget, Message, Section, Span } from "./message.ts";
import { note } from "./say.ts";
import { takenOut } from "./withdraw.ts";

/** The picture that an article may be shown with; nothing where it has none. */
export function pictureBlocks({ picture }: Article): readonly Block[] {
  return picture === undefined ? [] : [{ kind: "picture", ...picture }];
}

// Reads a credit that says itself what it is of: Photo: Ana Field, Foto Ana Field/dpa
const SAYS_ITSELF = /^(?:photo|picture|image|foto|credit)\w*\b/iu;

/** The line below a picture: `Picture: Ana Field/Tarn Wire`. */
export function creditLine(credit: string): string {
  return SAYS_ITSELF.test(credit) ? credit : `Picture: ${credit}`;
}

/** What is said to whoever cannot see it. */
export function pictureInWords({ alt, credit }: Extract<Block, { kind: "picture" }>): string {
  return alt === null ? creditLine(credit) : `${alt} (${creditLine(credit)})`;
}

/** The message itself where it has no picture. */
export function withoutPictures(message: Message): Message {
  if (!hasPictures(message)) return message;
  const sections = message.sections.map(
    (one): Section => ({ ...one, blocks: one.blocks.filter(({ kind }) => kind !== "picture") }),
  );
  return { ...message, sections };
}

export function hasPictures({ sections }: Message): boolean {
  return sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "picture"));
}

/**
 * A post in which an article stands with another picture than it has by now: that takes its place, or, where it has none
 * any more, a line says that it was taken out. A post without a picture gets none.
 */
export function picturedAnew(posted: Message, article: Article, at: Span, budget: Budget): Message {
  const says = note(...takenOut(at, "the picture that stood here"));
  const anew = pictureBlocks(article);
  const tried = [anew.length === 0 ? [says] : anew, []].map((blocks) =>
    replaced(posted, article, blocks),
  );
  const [first = posted, bare = posted] = tried;
  return budget.fits(first) ? first : bare;
}

function replaced(posted: Message, article: Article, blocks: readonly Block[]): Message {
  const sections = posted.sections.map((one): Section => {
    if (one.about !== article.id) return one;
    return {
      ...one,
      blocks: one.blocks.flatMap((block) =>
        block.kind !== "picture" || isSamePicture(block, article.picture) ? [block] : blocks,
      ),
    };
  });
  return { ...posted, sections };
}
