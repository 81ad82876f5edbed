/** A moment: milliseconds since 1970-01-01T00:00Z. Core knows no clock; the caller says when it is. */
export type Instant = number;
