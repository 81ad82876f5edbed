/** Who said a quote, as the article itself names them. */
export interface Speaker {
  /** The fullest form of the name in the article. */
  readonly name: string;
  /** As the article states it; `null` where it states none. */
  readonly role: string | null;
  /** The mention that settled who spoke: offsets in the body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Words someone said, exactly as the article prints them, without the quotation marks.
 *
 * `text` is always a substring of the article body: we may leave a quote out, but we never rewrite
 * one. `speaker` is `null` when attribution is uncertain, because a quote without a name is safer
 * than a quote with the wrong name.
 */
export interface Quote {
  readonly text: string;
  /** `body.slice(start, end) === text`, in UTF-16 units: the proof that it is there. */
  readonly start: number;
  readonly end: number;
  /** The verb of speech, as printed: `told`; `null` where none stands beside the quote. */
  readonly cue: string | null;
  /** The word that keeps it open whether it was said at all: `allegedly`, `is said to have`. */
  readonly hedge: string | null;
  /**
   * Who passes it on, or what it was given in, as printed: `told Reuters`, `in a statement`, `prosecutors
   * said`; `null` where the article says nothing of it.
   */
  readonly through: string | null;
  readonly speaker: Speaker | null;
}
