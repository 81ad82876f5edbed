/** Port: secrets that nobody guesses, and the hashes by which they are known again. */
export interface Secrets {
  /** One of 256 random bits, of letters, digits, `-` and `_`; the log masks whatever has its form. */
  fresh(): string;
  /** The same for one secret for good, and no way back to it. */
  digest(secret: string): string;
}
