/** A state: only for state, and always beside a word or an icon. `good` is green, `soon` amber, `late` red. */
export type Tone = "good" | "soon" | "late" | "quiet";
