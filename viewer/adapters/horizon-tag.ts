/** A name on the horizon, in the words of the page. */
export interface HorizonTag {
  readonly id: string;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly label: string;
  /** Smaller, after the name: its height. */
  readonly note: string;
  readonly labelLanguage: string;
}
