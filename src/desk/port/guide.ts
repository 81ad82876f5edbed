/** How a newcomer sets a platform up, step by step. */
export interface Guide {
  readonly steps: readonly GuideStep[];
  /** The variables of the environment that are asked for behind the steps, those that are needed first. */
  readonly asks: readonly GuideField[];
}

/** What is done on the platform's own pages. */
export interface GuideStep {
  readonly text: string;
  /** Where it is done. */
  readonly href?: string;
  /** What is pasted there. */
  readonly paste?: string;
}

/** A token, by its variable: `SLACK_BOT_TOKEN`. */
export interface GuideField {
  readonly variable: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
}
