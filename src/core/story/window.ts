const HOUR = 3_600_000;

/** Reports that lie further apart in time are not compared. */
export const WINDOW = 96 * HOUR;
