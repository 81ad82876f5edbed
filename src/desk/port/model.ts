import type { ModelQuestion } from "#core/judgement/question.ts";

/** How much was read and written, in tokens as the endpoint counts them; 0 where it does not say. */
export interface Tokens {
  readonly read: number;
  readonly written: number;
}

/** What a model has sent. */
export interface ModelReply {
  /** As it came: whether it is an answer, `core/judgement` says. */
  readonly text: string;
  readonly tokens: Tokens;
}

/**
 * Why there is no reply. `refused`: the endpoint takes no such question, or not from us · `rate-limited`: not so often ·
 * `unreachable`: it is down, or broke off · `slow`: it took too long · `too-long`: it would not end.
 */
export type ModelErrorCode = "refused" | "rate-limited" | "unreachable" | "slow" | "too-long";

export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;

  /** @param says what the endpoint says, in a line, with nothing secret in it */
  constructor(code: ModelErrorCode, says: string, options?: ErrorOptions) {
    super(says, options);
    this.code = code;
  }
}

/** Port: a language model at an endpoint. */
export interface Model {
  /** As the config calls it. */
  readonly name: string;
  /**
   * Asks once, and again where the endpoint says that it was too much at once or it broke off, as long as there is time.
   * @throws {ModelError}
   */
  ask(question: ModelQuestion, signal: AbortSignal): Promise<ModelReply>;
}
